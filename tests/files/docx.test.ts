import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { docx, docxParts, paragraph } from "./made/docx.ts";
import { file, importOf, texts } from "./made/import.ts";

const packed = (parts: Record<string, Uint8Array>) => new Uint8Array(zipSync(parts));
const textOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> => texts(await importOf([file("a.docx", bytes)]))[0];

describe("a Word document", () => {
  test("gives a line a paragraph, and a blank line where one is empty", async () => {
    expect(await textOf(docx("Medications:", "aspirin 81 mg", "", "Denies fever & cough <3 days."))).toBe(
      "Medications:\naspirin 81 mg\n\nDenies fever & cough <3 days.",
    );
  });
  test("without deleted text", async () => {
    const body = `<w:p><w:r><w:t>takes </w:t></w:r><w:del><w:r><w:delText>aspirin</w:delText></w:r></w:del><w:ins><w:r><w:t>heparin</w:t></w:r></w:ins></w:p>`;
    expect(await textOf(packed(docxParts(body)))).toBe("takes heparin");
  });
  test("tabs and breaks stay, table cells come one by one", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p><w:tbl><w:tr>${cell("metformin")}${cell("500 mg")}</w:tr></w:tbl>`;
    expect(await textOf(packed(docxParts(body)))).toBe("a\tb\nmetformin\n500 mg");
  });
  test("is known by its content", async () => {
    expect(texts(await importOf([file("letter", docx("Fever."))]))).toEqual(["Fever."]);
  });
  test("a link to another host is text and nothing is asked of that host", async () => {
    const parts = docxParts(`<w:p><w:hyperlink r:id="r9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>see here</w:t></w:r></w:hyperlink></w:p>`);
    parts["word/_rels/document.xml.rels"] = strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`,
    );
    expect(await textOf(packed(parts))).toBe("see here");
  });
});

describe("what is no Word document says so", () => {
  const withXml = (xml: string) => packed({ ...docxParts(""), "word/document.xml": strToU8(xml) });
  test.each([
    ["text by its name", new Uint8Array(Buffer.from("Fever.")), /not a Word document/],
    ["another zip by its name", packed({ "a.txt": strToU8("Fever.") }), /not a Word document/],
    ["cut off", docx("Fever.").slice(0, 300), /damaged/],
    ["XML that is cut off", withXml("<w:document"), /not a Word document/],
    ["with entities of its own", withXml(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><w:document/>`), /not a Word document/],
    ["empty", docx(""), /is empty/],
  ])("%s", async (_, bytes, why) => {
    const { notes, problems } = await importOf([file("a.docx", bytes)]);
    expect(notes).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(why);
  });
});
