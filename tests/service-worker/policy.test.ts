import { expect, test } from "vitest";
import { COMMON_HEADERS, headersOf, policyOf, STRICT_POLICY, teacherOrigins } from "../../src/service-worker/policy.ts";
import { PRESETS, PROVIDER_FACTS } from "../../src/teacher/presets.ts";

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
  const strict = parse(STRICT_POLICY.header);
  expect([...strict.values()].flat().filter((source) => !allowed.includes(source))).toEqual([]);
  expect(strict.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(strict.get("connect-src")).toEqual(["'self'"]);
});

test("only what lies under compare/ has the wider policy, and it is wider in connect-src alone", () => {
  for (const path of ["", "index.html", "assets/worker-1.js", "compared/index.html", "models/compare/x", "?compare/"]) expect(policyOf(path, "")).toEqual(STRICT_POLICY);
  const wider = parse(policyOf("compare/", "").header);
  const strict = parse(STRICT_POLICY.header);
  expect(wider.get("connect-src")).toEqual(["'self'", ...teacherOrigins("")]);
  wider.delete("connect-src");
  strict.delete("connect-src");
  expect(wider).toEqual(strict);
});

test("a teacher's origin is one host, by https or on this machine", () => {
  for (const origin of teacherOrigins("")) {
    const { protocol, hostname, origin: same } = new URL(origin);
    expect(same).toBe(origin);
    expect(protocol === "https:" || ["localhost", "127.0.0.1"].includes(hostname)).toBe(true);
  }
});

test("every preset can be reached", () => {
  const addresses = [...Object.values(PROVIDER_FACTS).map(({ baseUrl }) => baseUrl), ...PRESETS.flatMap(({ baseUrl }) => (baseUrl === undefined ? [] : [baseUrl]))];
  for (const address of addresses) expect(teacherOrigins("")).toContain(new URL(address).origin);
});

test("a build adds origins, and nothing else can be put into the policy by them", () => {
  expect(teacherOrigins("http://localhost:5001 https://llm.hospital.example").slice(-2)).toEqual(["http://localhost:5001", "https://llm.hospital.example"]);
  for (const wrong of ["*", "https:", "data:", "https://a;script-src *", "'unsafe-eval'", "https://a/path"]) expect(teacherOrigins(wrong)).toEqual(teacherOrigins(""));
});

test("what is not named is forbidden", () => {
  expect(parse(STRICT_POLICY.meta).get("default-src")).toEqual(["'none'"]);
});

test("header and meta differ in frame-ancestors alone, which meta can't carry", () => {
  for (const policy of [STRICT_POLICY, policyOf("compare/", "")]) {
    const header = parse(policy.header);
    expect(header.get("frame-ancestors")).toEqual(["'none'"]);
    header.delete("frame-ancestors");
    expect(header).toEqual(parse(policy.meta));
  }
});

test("every header fits one line of a _headers file", () => {
  expect(headersOf("", "")).toMatchObject(COMMON_HEADERS);
  for (const [name, value] of Object.entries(headersOf("compare/", ""))) {
    expect(`${name}: ${value}`.length).toBeLessThan(2_000);
    expect(value).not.toMatch(/[\r\n]/);
  }
});
