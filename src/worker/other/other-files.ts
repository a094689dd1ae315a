/** The files of another student, from a folder or a .zip, as one list. */

import { Failure } from "../../core/failure.ts";
import { fileSource, type FileSource } from "../../files/file-source.ts";
import { zipEntries } from "../../files/zip-entries.ts";
import type { OtherFile } from "./other-api.ts";

/** A .zip that was chosen alone is looked into. @throws Failure `file-unreadable`, `file-too-large` */
export async function listOtherFiles(files: readonly OtherFile[]): Promise<readonly FileSource[]> {
  const [first] = files;
  if (files.length !== 1 || first === undefined || !/\.zip$/i.test(first.path)) return files.map(({ file, path }) => fileSource(file, path));
  const bytes = await fileSource(first.file, first.path).bytes();
  try {
    return zipEntries(bytes);
  } catch (error) {
    if (error instanceof Failure && error.code === "file-too-large") throw new Failure("file-too-large", "The .zip is too large to unpack in the page. Unpack it yourself and choose the folder.");
    throw error;
  }
}

/** @throws Failure `model-corrupt` where it is no JSON, and those of the file, with its name */
export async function readJson(source: FileSource): Promise<unknown> {
  const name = source.path.slice(source.path.lastIndexOf("/") + 1);
  try {
    return JSON.parse(new TextDecoder().decode(await source.bytes()));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("model-corrupt", `The file ${name} is no JSON, or it is damaged. Download or export it again.`);
  }
}
