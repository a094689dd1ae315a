import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOCCANO } from "../../../src/core/formats/doccano.ts";
import { LABEL_STUDIO } from "../../../src/core/formats/label-studio.ts";
import { fullyReviewed } from "../../../src/core/formats/note-format.ts";
import { SPACY } from "../../../src/core/formats/spacy.ts";
import { WEB_ANNOTATION } from "../../../src/core/formats/web-annotation.ts";
import { mentionsOf } from "../../../src/core/note-record.ts";
import { law } from "../laws.ts";
import { noteRecords } from "./records.ts";
import { written, writtenFile } from "./written.ts";

const jsonLines = <T>(file: string): T[] => file.split("\n").slice(0, -1).map((line) => JSON.parse(line) as T);
const byCodePoint = (text: string, start: number, end: number) => Array.from(text).slice(start, end).join("");

test("doccano: [start, end, type] in UTF-16 units", () => {
  law(
    fc.property(noteRecords, (records) => {
      const lines = jsonLines<{ text: string; label: [number, number, string][] }>(writtenFile(DOCCANO, records));
      expect(lines.map(({ text }) => text)).toEqual(records.map(({ text }) => text));
      for (const [i, { text, label }] of lines.entries()) {
        const mentions = mentionsOf(records[i] ?? { reading: undefined, corrections: [] });
        expect(label.map(([start, end, type]) => [text.slice(start, end), type])).toEqual(mentions.map(({ start, end, type }) => [text.slice(start, end), type]));
      }
    }),
  );
});

test("spaCy: [start, end, type] in code points", () => {
  law(
    fc.property(noteRecords, (records) => {
      const lines = jsonLines<{ text: string; entities: [number, number, string][] }>(writtenFile(SPACY, records));
      for (const [i, { text, entities }] of lines.entries()) {
        const mentions = mentionsOf(records[i] ?? { reading: undefined, corrections: [] });
        expect(entities.map(([start, end, type]) => [byCodePoint(text, start, end), type])).toEqual(mentions.map(({ start, end, type }) => [text.slice(start, end), type]));
      }
    }),
  );
});

describe("Label Studio", () => {
  interface Region {
    id: string;
    from_name: string;
    to_name: string;
    type: string;
    value: { start: number; end: number; text: string; labels?: string[]; choices?: string[] };
  }
  interface Task {
    data: { text: string };
    annotations?: { result: Region[] }[];
    predictions?: { result: Region[]; model_version: string }[];
  }

  test("a label and a choice a mention, in code points; reviewed notes are annotations", () => {
    law(
      fc.property(noteRecords, (records) => {
        const tasks = JSON.parse(written(LABEL_STUDIO, records).get("tasks.json") ?? "") as Task[];
        expect(tasks).toHaveLength(records.length);
        for (const [i, task] of tasks.entries()) {
          const record = records[i];
          if (record === undefined) throw new Error("a task too many");
          expect(task.annotations !== undefined).toBe(fullyReviewed(record));
          const [{ result } = { result: [] }] = task.annotations ?? task.predictions ?? [];
          expect(result.filter(({ type }) => type === "labels").map(({ value }) => [value.text, value.labels])).toEqual(
            mentionsOf(record).map(({ start, end, type }) => [record.text.slice(start, end), [type]]),
          );
          expect(result.filter(({ type }) => type === "choices").map(({ id, value }) => [id, value.choices])).toEqual(mentionsOf(record).map(({ assertion }, at) => [`m${at + 1}`, [assertion]]));
          for (const { value } of result) expect(byCodePoint(task.data.text, value.start, value.end)).toBe(value.text);
        }
      }),
    );
  });

  test("the configuration has every name that a task uses", () => {
    const config = written(LABEL_STUDIO, []).get("label-config.xml") ?? "";
    for (const name of ['name="label"', 'name="assertion"', 'name="text"', 'value="$text"', 'value="other-person"', 'value="symptom"', 'perRegion="true"']) expect(config).toContain(name);
    expect(JSON.parse(written(LABEL_STUDIO, []).get("tasks.json") ?? "")).toEqual([]);
  });
});

describe("Web Annotation", () => {
  interface Selector {
    type: string;
    start: number;
    end: number;
    exact: string;
    prefix: string;
    suffix: string;
  }
  interface WebAnnotation {
    id: string;
    target: { source: string; selector: [Selector, Selector] };
    body: { purpose: string; value: string }[];
  }

  test("position and quote are the same place, in code points, and ids are distinct", () => {
    law(
      fc.property(noteRecords, (records) => {
        const page = JSON.parse(writtenFile(WEB_ANNOTATION, records)) as { "@context": string; items: WebAnnotation[] };
        expect(page["@context"]).toBe("http://www.w3.org/ns/anno.jsonld");
        const expected = records.flatMap((record) => mentionsOf(record).map((mention) => ({ record, mention })));
        expect(page.items).toHaveLength(expected.length);
        expect(new Set(page.items.map(({ id }) => id)).size).toBe(expected.length);
        for (const [i, { record, mention }] of expected.entries()) {
          const [position, quote] = page.items[i]?.target.selector ?? [];
          expect(byCodePoint(record.text, position?.start ?? -1, position?.end ?? -1)).toBe(quote?.exact);
          expect(quote?.exact).toBe(record.text.slice(mention.start, mention.end));
          expect(record.text).toContain(`${quote?.prefix ?? "-"}${quote?.exact ?? "-"}${quote?.suffix ?? "-"}`);
          expect(page.items[i]?.body[0]).toEqual({ type: "TextualBody", purpose: "classifying", value: mention.type });
        }
      }),
    );
  });
});
