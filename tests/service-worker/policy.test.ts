import { expect, test } from "vitest";
import { HEADER_POLICY, META_POLICY, SECURITY_HEADERS } from "../../src/service-worker/policy.ts";

/** Directive → its sources. */
const parse = (policy: string) =>
  new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources] as const;
    }),
  );

test("no source is a host, a scheme of the network, or code from text", () => {
  const allowed = ["'none'", "'self'", "'wasm-unsafe-eval'", "blob:", "data:"];
  expect([...parse(HEADER_POLICY).values()].flat().filter((source) => !allowed.includes(source))).toEqual([]);
  expect(parse(HEADER_POLICY).get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(parse(HEADER_POLICY).get("connect-src")).toEqual(["'self'"]);
});

test("what is not named is forbidden", () => {
  expect(parse(META_POLICY).get("default-src")).toEqual(["'none'"]);
});

test("header and meta differ in frame-ancestors alone, which meta can't carry", () => {
  const header = parse(HEADER_POLICY);
  expect(header.get("frame-ancestors")).toEqual(["'none'"]);
  header.delete("frame-ancestors");
  expect(header).toEqual(parse(META_POLICY));
});

test("every header fits one line of a _headers file", () => {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(`${name}: ${value}`.length).toBeLessThan(2_000);
    expect(value).not.toMatch(/[\r\n]/);
  }
});
