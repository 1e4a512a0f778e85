import { EXERCISES, isList, isTensor } from "@/lib/exercises";
import { type Item, type SetDocument, numberedStudents } from "@/lib/problemset";
import { DEFAULT_OPTIONS, type FormatOptions } from "@/lib/problemset/formats";
import type { XmlElement } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { HOSTILE_TITLE } from "./hostile";
import { filesOf, made } from "./made";
import { elements, keyText, parsed, texts } from "./xml";

/** What Moodle takes for a field of a cloze question, and for a number in one, as its documentation gives them. */
const FIELD = /\{(\d*):(NUMERICAL|SHORTANSWER|MULTICHOICE):((?:[^}\\]|\\.)+)\}/g;
const NUMERAL =
  /^(?:=|%0%)(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?):((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?:#|$)/;

interface Field {
  readonly weight: number;
  readonly kind: string;
  readonly alternatives: readonly string[];
}

function fieldsIn(html: string): Field[] {
  return [...html.matchAll(FIELD)].map(([, weight = "", kind = "", body = ""]) => ({
    weight: Number(weight),
    kind,
    alternatives: body.split("~"),
  }));
}

async function moodleOf(document: SetDocument, options?: FormatOptions): Promise<XmlElement> {
  const files = await filesOf(document, "moodle", options);
  return parsed(files.get("moodle/questions.xml") ?? "");
}

const text = (question: XmlElement | undefined, path: string): string =>
  question ? (texts(question, path)[0] ?? "") : "";

/** The first question of a set of one, and its item. */
async function first(question: string, options?: FormatOptions) {
  const { document } = made([question], numberedStudents(1));
  const [item] = document.items(0);
  const [, xml] = elements(await moodleOf(document, options), "/quiz/question");
  if (!item || !xml) throw new Error("There is no question.");
  const html = text(xml, "questiontext/text");
  return { item, xml, html, kind: xml.attr("type")?.value, fields: fieldsIn(html) };
}

function valuesOf({ key }: Item): number[] {
  if (typeof key === "number") return [key];
  if (isTensor(key)) return [...key.data];
  return isList(key) ? [...key] : [];
}

describe("Moodle XML", () => {
  it("holds a category for each question, and a variant for each student in it", async () => {
    const { document } = made(
      ["{type: macs, level: 1, points: 3}", "{type: macs, level: 1, same_for_all: true}"],
      numberedStudents(3),
    );
    const questions = elements(await moodleOf(document), "/quiz/question");
    expect(questions.map((one) => one.attr("type")?.value)).toEqual([
      "category",
      ...Array<string>(3).fill("numerical"),
      "category",
      "numerical",
    ]);
    expect(text(questions[0], "category/text")).toMatch(/^\$course\$\/top\/Quiz\/01 /);
    expect(text(questions[1], "defaultgrade")).toBe("3");
    expect(new Set(questions.map((one) => text(one, "idnumber"))).size).toBe(5);
  });

  it("asks a matrix cell by cell, in a table, each cell a field", async () => {
    const { item, html, kind, fields } = await first("{type: conv-forward, level: 2, points: 12}");
    expect(kind).toBe("multianswer");
    expect(fields.map(({ alternatives }) => alternatives)).toEqual(
      valuesOf(item).map((value) => [`=${value}:0`]),
    );
    const [rows = 0, columns = 0] = item.field.kind === "grid" ? item.field.shape : [];
    const cell = "<td>\\{\\d+:NUMERICAL:[^{}]+\\}</td>";
    expect(html).toMatch(new RegExp(`<tbody>(<tr>(${cell}){${columns}}</tr>){${rows}}</tbody>`));
    expect(fields.reduce((sum, { weight }) => sum + weight, 0)).toBe(12);
  });

  it.each([
    ["output-shape", 4],
    ["output-size", 2],
    ["tf-same", 2],
    ["input-sizes", 2],
  ])("asks the list of %s number by number", async (type, count) => {
    const { fields, item } = await first(`{type: ${type}, level: 2}`);
    const values = valuesOf(item);
    const asked = type === "input-sizes" ? [values[0], values.at(-1)] : values;
    expect(asked).toHaveLength(count);
    expect(fields.map(({ alternatives }) => alternatives)).toEqual(
      asked.map((value) => [`=${value}:0`]),
    );
  });

  it("lets one choose where many lists are right, and no other of the lists is", async () => {
    const { xml, kind, item } = await first("{type: find-settings, level: 2}");
    expect(kind).toBe("multichoice");
    const right = texts(xml, "answer[@fraction='100']/text");
    expect(right).toHaveLength(1);
    expect(right[0]?.match(/\d+/g)?.map(Number)).toEqual(valuesOf(item));
    const wrong = texts(xml, "answer[@fraction='0']/text");
    expect(wrong.length).toBeGreaterThanOrEqual(2);
    expect(new Set([...right, ...wrong]).size).toBe(wrong.length + 1);
  });

  it("takes bytes with a unit or without", async () => {
    const { xml, item } = await first("{type: memory, level: 1}");
    expect(texts(xml, "answer/text")).toEqual([keyText(item)]);
    expect(texts(xml, "answer/tolerance")).toEqual(["0"]);
    expect(texts(xml, "units/unit/unit_name")).toContain("KiB");
    expect(1 / Number(texts(xml, "units/unit[unit_name='KiB']/multiplier")[0])).toBe(1024);
  });

  it("counts a decimal that is rounded to three digits, and none that is farther", async () => {
    const { xml, item } = await first("{type: separable-ratio, level: 2}");
    const key = Number(item.key);
    const tolerance = Number(text(xml, "answer/tolerance"));
    expect(Math.abs(Number(key.toPrecision(3)) - key)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(Number(key.toPrecision(1)) - key)).toBeGreaterThan(tolerance);
  });

  it("counts what other conventions give, where the set accepts it", async () => {
    const { item, fields } = await first(
      "{type: pool-size, level: 2, accept: [{rounding: ceil}], pinned: A}",
    );
    const accepted = item.accepted.map(({ key }) => (isList(key) ? key : []));
    expect(accepted).toHaveLength(1);
    fields.forEach(({ alternatives }, index) => {
      const right = new Set([valuesOf(item)[index], accepted[0]?.[index]]);
      expect(alternatives).toEqual([...right].map((value) => `=${value}:0`));
    });
  });

  it("tells nothing unless it is asked to, then what each mistake gives, and the working", async () => {
    const line = "{type: conv-forward, level: 2}";
    const silent = await first(line);
    expect(text(silent.xml, "generalfeedback/text")).toBe("");
    expect(silent.html).not.toContain("#");
    const { xml, fields, item } = await first(line, { ...DEFAULT_OPTIONS, hasFeedback: true });
    expect(texts(xml, "generalfeedback/text")[0]).toContain("<li>");
    const flipped = item.feedback.find(({ mistake }) => mistake === "KERNEL_FLIPPED");
    if (!flipped) throw new Error("No mistake was predicted.");
    const { key } = { key: flipped.answer };
    const values = typeof key === "object" && isTensor(key) ? [...key.data] : [];
    fields.forEach(({ alternatives }, index) => {
      const value = values[index];
      if (value === valuesOf(item)[index]) return;
      expect(alternatives.filter((one) => one.startsWith(`%0%${value}:0#`)).join()).toContain(
        "turned the kernel around",
      );
    });
  });

  it.each([false, true])(
    "every type is read as it is meant, with feedback: %s",
    async (hasFeedback) => {
      const lines = EXERCISES.map(({ id }) => `{type: ${id}, level: 2}`);
      const { document } = made(lines, numberedStudents(1));
      const quiz = await moodleOf(document, { ...DEFAULT_OPTIONS, hasFeedback });
      const questions = elements(quiz, "/quiz/question[not(@type='category')]");
      expect(questions).toHaveLength(EXERCISES.length);
      for (const question of questions) expectAnswerable(question);
    },
  );

  it("a void question is a text", async () => {
    const { document } = made(["{type: macs, level: 1, void: true}"]);
    const kinds = elements(await moodleOf(document), "/quiz/question").map(
      (one) => one.attr("type")?.value,
    );
    expect(kinds).toEqual(["category", "description"]);
  });

  it("a hostile title or wording stays text: no field, no markup, no category of its own", async () => {
    const { document } = made(
      [
        `{type: conv-forward, level: 1, title: ${JSON.stringify(HOSTILE_TITLE)}, wording: ${JSON.stringify(HOSTILE_TITLE)}}`,
      ],
      numberedStudents(1),
    );
    const [category, question] = elements(await moodleOf(document), "/quiz/question");
    expect(text(category, "category/text").replaceAll("//", "").match(/\//g)).toHaveLength(3);
    const html = text(question, "questiontext/text");
    expect(html).not.toMatch(/<script|\{1:NM|\{#1\}|\\\(x|\$\$x/);
    expect(fieldsIn(html).every(({ kind }) => kind === "NUMERICAL")).toBe(true);
    expect(text(question, "name/text")).toContain("]]>");
  });
});

/** A question that can be answered right: every field has a number or a text that is. */
function expectAnswerable(question: XmlElement): void {
  const kind = question.attr("type")?.value;
  if (kind !== "multianswer") {
    expect(["numerical", "multichoice"]).toContain(kind);
    expect(texts(question, "answer[@fraction='100']/text").length).toBeGreaterThanOrEqual(1);
    return;
  }
  const fields = fieldsIn(text(question, "questiontext/text"));
  expect(fields.length).toBeGreaterThanOrEqual(1);
  for (const { kind: type, alternatives } of fields) {
    expect(alternatives.some((one) => one.startsWith("="))).toBe(true);
    if (type === "NUMERICAL") alternatives.forEach((one) => expect(one).toMatch(NUMERAL));
    if (type === "MULTICHOICE") {
      expect(alternatives.filter((one) => one.startsWith("="))).toHaveLength(1);
    }
  }
}
