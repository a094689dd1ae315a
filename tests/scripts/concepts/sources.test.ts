import { describe, expect, test } from "vitest";
import { namesOf } from "../../../scripts/concepts/icd-names.ts";
import { readTabularList } from "../../../scripts/concepts/icd10cm.ts";
import { codeOfSet } from "../../../scripts/concepts/mesh.ts";
import { readPickle } from "../../../scripts/concepts/pickle.ts";
import { baseName, readUniiNames } from "../../../scripts/concepts/unii.ts";

test("the tabular list: nested codes, inclusion terms, no exclusions", () => {
  const xml = `<chapter><name>1</name><section id="I10-I1A"><desc>Hypertensive diseases</desc>
    <diag><name>I10</name><desc>Essential (primary) hypertension</desc>
      <includes><note>high blood pressure</note></includes><excludes2><note>not this (I60)</note></excludes2>
      <diag><name>I10.1</name><desc>A &amp; B</desc><inclusionTerm><note>one</note><note>two</note></inclusionTerm></diag>
    </diag></section></chapter>`;
  expect(readTabularList(xml)).toEqual([
    { code: "I10", title: "Essential (primary) hypertension", terms: ["high blood pressure"] },
    { code: "I10.1", title: "A & B", terms: ["one", "two"] },
  ]);
});

describe("names of a title", () => {
  test.each([
    ["Asthma, unspecified", ["asthma unspecified", "asthma"]],
    ["Unspecified asthma, uncomplicated", ["unspecified asthma uncomplicated", "asthma"]],
    ["Essential (primary) hypertension", ["essential hypertension"]],
    ["Human immunodeficiency virus [HIV] disease", ["human immunodeficiency virus disease", "hiv disease"]],
    ["Activated kinase syndrome [APDS]", ["activated kinase syndrome"]],
    ["Asthma NOS", ["asthma nos", "asthma"]],
    ["Other specified disorders of skin", []],
    ["Encounter for screening", []],
  ])("%s", (title, names) => expect(namesOf(title, true).map(({ name }) => name)).toEqual(names));
});

test("a set of synonyms has the code of its heading, or the one that two names agree on", () => {
  const codes: Record<string, string> = { a: "1", b: "2", c: "2", d: "3" };
  const find = (name: string): string | undefined => codes[name];
  expect(codeOfSet(["a", "b", "c"], find)).toBe("1");
  expect(codeOfSet(["x", "b", "c"], find)).toBe("2");
  expect(codeOfSet(["x", "b"], find)).toBeUndefined();
  expect(codeOfSet(["x", "b", "d"], find)).toBeUndefined();
});

describe("pickles", () => {
  test("plain data of protocol 4", () => {
    // pickle.dumps({"a": ["b", True, 1.5], "c": {}}, protocol=4)
    const bytes = Buffer.from("80049521000000000000007d94288c0161945d94288c01629488473ff8000000000000658c0163947d94752e", "hex");
    expect(readPickle(bytes)).toEqual(new Map<string, unknown>([["a", ["b", true, 1.5]], ["c", new Map()]]));
  });
  test("anything that could call something is refused", () => {
    // os.system by name: GLOBAL, REDUCE
    expect(() => readPickle(Buffer.from("\x80\x04cos\nsystem\n(X\x02\x00\x00\x00lstR.", "latin1"))).toThrow("refused");
    expect(() => readPickle(Buffer.from(""))).toThrow("no end");
  });
});

test("UNII: medicines only, with the marks of their lists taken off", () => {
  const lines = ["Name\tTYPE\tUNII\tDisplay Name", "ZORBAMINE [INN]\tcn\tZ1\tZORBAMINE", "ZORBAMINE\tof\tZ1\tZORBAMINE", "ZORBEX\tbn\tZ1\tZORBAMINE", "CARPET DYE\tof\tC1\tCARPET DYE", "1,2-DIZORB\tsys\tZ1\tZORBAMINE"];
  const list = readUniiNames(lines.join("\n"));
  expect(list.names).toEqual([
    { unii: "Z1", kind: "common", name: "zorbamine" },
    { unii: "Z1", kind: "official", name: "zorbamine" },
    { unii: "Z1", kind: "brand", name: "zorbex" },
  ]);
  expect([...list.displayNames]).toEqual([["Z1", "zorbamine"]]);
});

test.each([["ondansetron hydrochloride", "ondansetron"], ["potassium chloride", "potassium chloride"], ["zinc sulfate", "zinc sulfate"], ["tiotropium bromide monohydrate", "tiotropium"], ["calcium carbonate", "calcium carbonate"]])(
  "base of %s",
  (salt, base) => expect(baseName(salt)).toBe(base),
);
