/** What an import takes at most. Beyond a limit a file is refused with a sentence, before its bytes are read where they can be counted. */

const MB = 1_000_000;

/** A text file, and the text of any note (UTF-16 units). */
export const NOTE_LIMIT = 5 * MB;
export const DOCX_LIMIT_BYTES = 50 * MB;
export const PDF_LIMIT_BYTES = 100 * MB;
/** Tables, JSON, JSON lines: also when they come out of a .gz. */
export const DATA_LIMIT_BYTES = 100 * MB;
export const ZIP_LIMIT_BYTES = 200 * MB;
/** The largest of the above: nothing larger is opened at all. */
export const FILE_LIMIT_BYTES = ZIP_LIMIT_BYTES;

export const PDF_PAGES = 3_000;

/** A .zip (a .docx is one too) that goes over one of these is refused as a whole. */
export const ZIP_ENTRIES = 20_000;
export const ZIP_INFLATED_BYTES = 500 * MB;
/** Inflated over packed size. Deflate reaches 1,032; prose 3 to 6, tables of repeated values 30. */
export const ZIP_RATIO = 200;
/** Small entries may repeat themselves as they like. */
export const ZIP_RATIO_FROM_BYTES = 10 * MB;

/** One import: notes, and UTF-16 units of text. */
export const IMPORT_NOTES = 50_000;
export const IMPORT_LIMIT = 300 * MB;
