/** The formats, in the order in which they are offered. */

import { BRAT } from "./brat.ts";
import { CHARTLIGHT_JSON, CHARTLIGHT_JSONL } from "./chartlight-json.ts";
import { CONLL } from "./conll.ts";
import { CORPUS } from "./corpus.ts";
import { CSV } from "./csv.ts";
import { DOCCANO } from "./doccano.ts";
import { FHIR } from "./fhir.ts";
import { HTML_REPORT } from "./html-report.ts";
import { LABEL_STUDIO } from "./label-studio.ts";
import type { NoteFormat } from "./note-format.ts";
import { SPACY } from "./spacy.ts";
import { WEB_ANNOTATION } from "./web-annotation.ts";

export const NOTE_FORMATS: readonly NoteFormat[] = [CHARTLIGHT_JSON, HTML_REPORT, CSV, BRAT, LABEL_STUDIO, DOCCANO, SPACY, CONLL, CORPUS, CHARTLIGHT_JSONL, FHIR, WEB_ANNOTATION];

export const formatById = (id: string): NoteFormat | undefined => NOTE_FORMATS.find((format) => format.id === id);
