import fc from "fast-check";
import { expect, test } from "vitest";
import { HTML_REPORT } from "../../../src/core/formats/html-report.ts";
import { mentionsOf } from "../../../src/core/note-record.ts";
import { law } from "../laws.ts";
import { noteRecords } from "./records.ts";
import { writtenFile } from "./written.ts";

const unescaped = (html: string) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

test("the text stands in it whole and escaped, with a mark and a row a mention, and no script", () => {
  law(
    fc.property(noteRecords, (records) => {
      const html = writtenFile(HTML_REPORT, records);
      const notes = [...html.matchAll(/<div class="note">(.*?)<\/div>/gs)].map(([, inner = ""]) => inner);
      expect(notes.map((inner) => unescaped(inner.replace(/<\/?mark[^>]*>/g, "")))).toEqual(records.map(({ text }) => text));
      const mentions = records.flatMap(mentionsOf);
      expect(notes.join("").match(/<mark /g) ?? []).toHaveLength(mentions.length);
      expect(html.match(/<tr><td>/g) ?? []).toHaveLength(mentions.length);
      expect(html).not.toMatch(/<script|<b>|\son\w+=|https?:/);
      expect(html).not.toContain("100 %");
    }),
  );
});
