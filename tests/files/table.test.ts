import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { TableChoice } from "../../src/files/table-dialect.ts";
import type { TableQuestion } from "../../src/files/table-question.ts";
import { tableRows } from "../../src/files/table-rows.ts";
import { bytesOf, file, importOf, texts } from "./made/import.ts";

const LONG = "Seen in clinic with chest pain since Monday; takes aspirin.";

describe("dialects", () => {
  test.each([
    ["commas and a header", `id,text\nn1,"${LONG}, no fever"\nn2,${LONG}`, ["n1", "n2"]],
    ["semicolons", `id;text\nn1;${LONG}\nn2;${LONG}`.replaceAll("Monday;", "Monday,"), ["n1", "n2"]],
    ["tabs", `id\ttext\nn1\t${LONG}\nn2\t${LONG}`, ["n1", "n2"]],
    ["bars", `id|text\nn1|${LONG}\nn2|${LONG}`, ["n1", "n2"]],
    ["carriage returns and line feeds", `id,text\r\nn1,${LONG}\r\nn2,${LONG}\r\n`, ["n1", "n2"]],
    ["carriage returns alone", `id,text\rn1,${LONG}\rn2,${LONG}`, ["n1", "n2"]],
    ["a byte order mark", `\uFEFFid,text\nn1,${LONG}\nn2,${LONG}`, ["n1", "n2"]],
    ["no header", `n1,"${LONG}"\nn2,"${LONG}"`, ["n1", "n2"]],
    ["every cell quoted", `"id","text"\n"n1","${LONG}"\n"n2","${LONG}"`, ["n1", "n2"]],
    ["blank lines between", `id,text\n\nn1,${LONG}\n,\nn2,${LONG}\n\n`, ["n1", "n2"]],
  ])("%s", async (_, content, names) => {
    const { notes, problems } = await importOf([file("notes.csv", content)]);
    expect(problems).toEqual([]);
    expect(notes.map(({ name }) => name)).toEqual(names);
    expect(notes.every(({ text }) => text.startsWith("Seen in clinic"))).toBe(true);
  });
  test("line ends, quotes and delimiters inside of quotes", async () => {
    const imported = await importOf([file("a.csv", `id,text\n1,"Plan:\r\n""stop"" aspirin,\nstart heparin"\n2,ok`)]);
    expect(texts(imported)).toEqual(['Plan:\n"stop" aspirin,\nstart heparin', "ok"]);
  });
  test("one column of text", async () => {
    const { notes } = await importOf([file("a.csv", `text\n"${LONG}"\n"${LONG}"`)]);
    expect(notes.map(({ name }) => name)).toEqual(["a row 2", "a row 3"]);
  });
  test("Windows-1252 is said once", async () => {
    const { notes, notices } = await importOf([file("a.csv", bytesOf(`id,text\n1,Sj\xf6gren ${LONG}`, "latin1"))]);
    expect(notes[0]?.text).toMatch(/^Sjögren/);
    expect(notices).toHaveLength(1);
  });
  test("cut into slices, rows are what they are as a whole", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ", "é"), maxLength: 12 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (given, slice) => {
        const text = Papa.unparse(given, { newline: "\n", quotes: true });
        const read = [...tableRows(Papa, text, { delimiter: ",", slice })].flat().map(({ cells }) => cells);
        expect(read).toEqual(given.filter((cells) => cells.some((one) => one.trim() !== "")));
      }),
    );
  });
});

describe("columns", () => {
  const ask = async (content: string, answer: (question: TableQuestion) => TableChoice | undefined, more: readonly string[] = []) => {
    const questions: TableQuestion[] = [];
    const files = [content, ...more].map((text, i) => file(`${i}.csv`, text));
    const imported = await importOf(files, {
      chooseColumns: (question) => {
        questions.push(question);
        return Promise.resolve(answer(question));
      },
    });
    return { imported, questions };
  };
  test("the longest is guessed to be the text; id and date are seen", async () => {
    const { questions } = await ask(`ROW_ID,CHARTDATE,CATEGORY,TEXT\n1,2020-01-31,Nursing,${LONG}\n2,2020-02-01,Nursing,${LONG}`, ({ guess }) => guess);
    expect(questions[0]?.guess).toEqual({ hasHeader: true, text: 3, name: 0, date: 1 });
    expect(questions[0]?.rows[0]).toEqual(["ROW_ID", "CHARTDATE", "CATEGORY", "TEXT"]);
  });
  test("the answer counts", async () => {
    const { imported } = await ask("a,b\nFever,Cough\nPain,Rash", () => ({ hasHeader: false, text: 1, name: 0, date: undefined }));
    expect(imported.notes.map(({ name, text }) => [name, text])).toEqual([["a", "b"], ["Fever", "Cough"], ["Pain", "Rash"]]);
  });
  test("one answer does for all tables of one header", async () => {
    const { imported, questions } = await ask(`id,text\n1,${LONG}`, ({ guess }) => guess, [`id,text\n2,${LONG}`, `nr,note\n3,${LONG}`]);
    expect(questions).toHaveLength(2);
    expect(imported.notes).toHaveLength(3);
  });
  test("a table that is called off is left out, and that is said", async () => {
    const { imported } = await ask(`id,text\n1,${LONG}`, () => undefined);
    expect(imported).toEqual({ notes: [], problems: [], notices: ["0.csv: It was left out."] });
  });
});

describe("dates", () => {
  const dates = async (...cells: readonly string[]) => {
    const { notes, notices } = await importOf([file("a.csv", `date;text\n${cells.map((cell) => `${cell};${LONG.replace(";", ",")}`).join("\n")}`)]);
    return { dates: notes.map(({ date }) => date), notices };
  };
  test.each([
    [["2020-01-31", "2020-02-01 10:30:00", "2020/2/3"], ["2020-01-31", "2020-02-01", "2020-02-03"]],
    [["31.1.2020", "1.2.2020"], ["2020-01-31", "2020-02-01"]],
    [["1/31/2020", "2/1/2020"], ["2020-01-31", "2020-02-01"]],
    [["31/1/2020", "1/2/2020"], ["2020-01-31", "2020-02-01"]],
    [["2020-02-30", "2020-13-01"], [undefined, undefined]],
  ])("%j", async (cells, expected) => {
    expect(await dates(...cells)).toEqual({ dates: expected, notices: [] });
  });
  test("what can't be told is left out, and that is said", async () => {
    const { dates: read, notices } = await dates("3/4/2020", "5/6/2020");
    expect(read).toEqual([undefined, undefined]);
    expect(notices[0]).toMatch(/day or month/);
  });
});

describe("malformed tables", () => {
  test("a quotation mark that is never closed costs what stands behind it, by row", async () => {
    const { notes, problems } = await importOf([file("a.csv", `id,text\n1,${LONG}\n2,"${LONG}\n3,${LONG}`)]);
    expect(notes.map(({ name }) => name)).toEqual(["1"]);
    expect(problems).toEqual(["a.csv: Row 3 was left out: its quotation marks don't pair."]);
  });
  test("rows of other lengths are read", async () => {
    const { notes } = await importOf([file("a.csv", `id,text,x\n1,${LONG}\n2,${LONG},a,b,c\n3`)]);
    expect(notes.map(({ name }) => name)).toEqual(["1", "2"]);
  });
  test("rows without text are counted", async () => {
    const { notes, notices } = await importOf([file("a.csv", `id,text\n1,${LONG}\n2,\n3, \n`)]);
    expect(notes).toHaveLength(1);
    expect(notices).toEqual(["a.csv: 2 rows have no text and were left out."]);
  });
  test.each([
    ["empty", "", /is empty/],
    ["blank", " \n \n", /is empty/],
    ["nothing but delimiters", ",,\n,,", /is empty/],
    ["NUL bytes", "id,text\n1,\u0000", /not plain text/],
  ])("%s", async (_, content, why) => {
    const { notes, problems } = await importOf([file("a.csv", content)]);
    expect(notes).toEqual([]);
    expect(problems[0]).toMatch(why);
  });
});
