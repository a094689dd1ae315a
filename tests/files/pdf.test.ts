import { describe, expect, test } from "vitest";
import { file, importOf, texts } from "./made/import.ts";
import { lines, pdf, protectedPdf, scannedPdf } from "./made/pdf.ts";

const textOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> => texts(await importOf([file("a.pdf", bytes)]))[0];

describe("a PDF with a text layer", () => {
  test("keeps its lines, and a wider gap is a blank line", async () => {
    const page = lines("Mr Doe takes aspirin 81 mg", "and metformin.", "", "Plan: stop aspirin.");
    expect(await textOf(pdf(page))).toBe("Mr Doe takes aspirin 81 mg\nand metformin.\n\nPlan: stop aspirin.");
  });
  test("pages are parted by a blank line", async () => {
    expect(await textOf(pdf(lines("Page one"), lines("Page two")))).toBe("Page one\n\nPage two");
  });
  test("pieces of one line are joined; far ones by a tab", async () => {
    const page = [
      { x: 72, y: 700, text: "chest" },
      { x: 105, y: 700, text: "pain" },
      { x: 300, y: 700, text: "since Monday" },
    ];
    expect(await textOf(pdf(page))).toBe("chest pain\tsince Monday");
  });
  test("signs outside ASCII and brackets", async () => {
    expect(await textOf(pdf(lines("Sj\xf6gren (SS), 38.5\xb0")))).toBe("Sjögren (SS), 38.5°");
  });
  test("a page without text is named", async () => {
    const imported = await importOf([file("a.pdf", pdf(lines("One"), [], lines("Three"), []))]);
    expect(texts(imported)).toEqual(["One\n\nThree"]);
    expect(imported.notices).toEqual(["a.pdf: No text on pages 2, 4: run the file through OCR if they are scans."]);
  });
  test("a broken cross-reference table is mended", async () => {
    const text = Buffer.from(pdf(lines("Denies fever."))).toString("latin1").replace(/startxref\n\d+/, "startxref\n7");
    expect(await textOf(new Uint8Array(Buffer.from(text, "latin1")))).toBe("Denies fever.");
  });
});

describe("a PDF that gives no text says why", () => {
  test.each([
    ["pictures only", scannedPdf(), /OCR/],
    ["no page has anything", pdf([]), /OCR/],
    ["a password", protectedPdf(), /password/],
    ["cut in the middle", pdf(lines("Denies fever.")).slice(0, 120), /damaged|no text/],
    ["a header and nothing else", new Uint8Array(Buffer.from("%PDF-1.7\n")), /damaged/],
    ["text by the name of a PDF", new Uint8Array(Buffer.from("Denies fever.")), /not a PDF/],
  ])("%s", async (_, bytes, why) => {
    const { notes, problems } = await importOf([file("a.pdf", bytes)]);
    expect(notes).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(why);
  });
});
