/** Word documents with nothing in them but what a test is about. */

import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;

/** The parts of a .docx whose body is this WordprocessingML. */
export function docxParts(body: string): Record<string, Uint8Array> {
  return {
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
  };
}

/** One paragraph a string. */
export const docx = (...paragraphs: readonly string[]): Uint8Array<ArrayBuffer> => new Uint8Array(zipSync(docxParts(paragraphs.map(paragraph).join(""))));
