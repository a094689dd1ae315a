/** PDFs written by hand, with a correct cross-reference table (ISO 32000-1, 7.5). */

import { createHash } from "node:crypto";

export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const escape = (text: string): string => text.replace(/[\\()]/g, "\\$&");
const drawn = ({ x, y, text }: PdfText): string => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${escape(text)}) Tj ET`;
const stream = (content: string, entries = ""): string => `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

/** Lines of 12 points, 14 apart; an empty string is a blank line. */
export const lines = (...texts: readonly string[]): PdfText[] => texts.flatMap((text, i) => (text === "" ? [] : [{ x: 72, y: 720 - 14 * i, text }]));

/** Each page is what is drawn on it, in Helvetica. */
export function pdf(...pages: readonly (readonly PdfText[])[]): Uint8Array<ArrayBuffer> {
  return fileOf(textObjects(pages));
}

/** A page that is one grey picture, as a scanner makes it. */
export function scannedPdf(): Uint8Array<ArrayBuffer> {
  return fileOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /Im1 5 0 R >> >> /Contents 4 0 R >>",
    stream("q 612 0 0 792 0 0 cm /Im1 Do Q"),
    stream("\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"),
  ]);
}

/** Protected with a user password (standard handler, revision 2): the keys are those of "secret", the content is not read. */
export function protectedPdf(): Uint8Array<ArrayBuffer> {
  const hash = (text: string) => createHash("md5").update(text).digest("hex");
  const objects = textObjects([lines("Secret")]);
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /O <${hash("owner").repeat(2)}> /U <${hash("secret").repeat(2)}> /P -4 >>`;
  return fileOf([...objects, encrypt], `/Encrypt ${objects.length + 1} 0 R /ID [<${hash("a")}> <${hash("a")}>]`);
}

function textObjects(pages: readonly (readonly PdfText[])[]): string[] {
  return [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((texts, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      stream(texts.map(drawn).join("\n")),
    ]),
  ];
}

function fileOf(objects: readonly string[], trailer = ""): Uint8Array<ArrayBuffer> {
  let text = "%PDF-1.4\n";
  const table = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table.join("")}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, "latin1"));
}
