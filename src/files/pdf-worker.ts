/** The worker that reads PDFs. */

import "pdfjs-dist/legacy/build/pdf.worker.mjs";
