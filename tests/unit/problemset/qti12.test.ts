import { EXERCISES, isTensor } from "@/lib/exercises";
import { type SetDocument, numberedStudents } from "@/lib/problemset";
import { DEFAULT_OPTIONS, type FormatOptions } from "@/lib/problemset/formats";
import type { XmlElement } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { HOSTILE_TITLE } from "./hostile";
import { made } from "./made";
import { elements, keyText, packageOf, parsed, texts } from "./xml";

const ITEMS = "//qti12:item";
const GROUPS = "/qti12:questestinterop/qti12:assessment/qti12:section/qti12:section";

async function assessmentOf(document: SetDocument, options?: FormatOptions): Promise<XmlElement> {
  const files = await packageOf(document, "qti12", options);
  const manifest = parsed(files.get("imsmanifest.xml") ?? "");
  const [file = ""] = texts(
    manifest,
    "//*[local-name()='resource'][@type='imsqti_xmlv1p2']/*[local-name()='file']/@href",
  );
  return parsed(files.get(file) ?? "");
}

function fieldOf(item: XmlElement, label: string): string {
  return (
    texts(item, `.//qti12:qtimetadatafield[qti12:fieldlabel='${label}']/qti12:fieldentry`)[0] ?? ""
  );
}

async function firstItem(line: string, options?: FormatOptions) {
  const { document } = made([line], numberedStudents(1));
  const [item] = document.items(0);
  const [xml] = elements(await assessmentOf(document, options), ITEMS);
  if (!item || !xml) throw new Error("There is no item.");
  return { item, xml };
}

/** The blanks that Canvas finds in a text. */
function blanksIn(item: XmlElement): string[] {
  const html = texts(item, "qti12:presentation/qti12:material/qti12:mattext")[0] ?? "";
  return [...html.matchAll(/\[(cell_\d+)\]/g)].map(([, name = ""]) => name);
}

describe("a package of QTI 1.2", () => {
  it("names every file that it holds, and the quiz' own data beside the questions", async () => {
    const files = await packageOf(made(["{type: macs, level: 1}"]).document, "qti12");
    const manifest = parsed(files.get("imsmanifest.xml") ?? "");
    const listed = texts(manifest, "//*[local-name()='file']/@href");
    expect(["imsmanifest.xml", ...listed].toSorted()).toEqual([...files.keys()].toSorted());
    const ids = texts(manifest, "//*[local-name()='resource']/@identifier");
    expect(ids).toEqual(
      expect.arrayContaining(texts(manifest, "//*[local-name()='dependency']/@identifierref")),
    );
    const meta = [...files.keys()].find((path) => path.endsWith("/assessment_meta.xml"));
    const quiz = parsed(files.get(meta ?? "") ?? "");
    expect(texts(quiz, "/*/@identifier")).toEqual(
      texts(
        await assessmentOf(made(["{type: macs, level: 1}"]).document),
        "/qti12:questestinterop/qti12:assessment/@ident",
      ),
    );
  });

  it("picks one of the variants of each question, which bring its points", async () => {
    const { document } = made(
      ["{type: macs, level: 1, points: 3}", "{type: conv-forward, level: 1, same_for_all: true}"],
      numberedStudents(4),
    );
    const groups = elements(await assessmentOf(document), GROUPS);
    expect(groups.map((group) => elements(group, "qti12:item").length)).toEqual([4, 1]);
    const numbers = groups.flatMap((group) => texts(group, ".//qti12:selection_number"));
    expect(numbers).toEqual(["1", "1"]);
    expect(groups.flatMap((group) => texts(group, ".//qti12:points_per_item"))).toEqual(["3", "1"]);
    const ids = groups.flatMap((group) => texts(group, "qti12:item/@ident"));
    expect(new Set(ids).size).toBe(5);
  });

  it("takes a whole number exactly: equal, or between bounds that are the same", async () => {
    const { item, xml } = await firstItem("{type: parameters, level: 2}");
    expect(fieldOf(xml, "question_type")).toBe("numerical_question");
    const condition = ".//qti12:respcondition[qti12:setvar]/qti12:conditionvar/qti12:or";
    const key = [keyText(item)];
    expect(texts(xml, `${condition}/qti12:varequal`)).toEqual(key);
    expect(texts(xml, `${condition}/qti12:and/qti12:vargte`)).toEqual(key);
    expect(texts(xml, `${condition}/qti12:and/qti12:varlte`)).toEqual(key);
  });

  it("takes of a decimal what rounds to it at three digits", async () => {
    const { item, xml } = await firstItem("{type: separable-ratio, level: 2}");
    const [low = 0] = texts(xml, ".//qti12:vargte").map(Number);
    const [high = 0] = texts(xml, ".//qti12:varlte").map(Number);
    const rounded = Number(Number(item.key).toPrecision(3));
    expect(rounded).toBeGreaterThanOrEqual(low);
    expect(rounded).toBeLessThanOrEqual(high);
    expect(high - low).toBeLessThan(0.0011);
  });

  it("asks a matrix blank by blank, with every writing of each number", async () => {
    const { item, xml } = await firstItem("{type: softmax-forward, level: 2}");
    const key = typeof item.key === "object" && isTensor(item.key) ? [...item.key.data] : [];
    const blanks = blanksIn(xml);
    expect(blanks).toHaveLength(key.length);
    blanks.forEach((name, index) => {
      const right = texts(
        xml,
        `.//qti12:response_lid[@ident='response_${name}']//qti12:response_label//qti12:mattext`,
      );
      const value = key[index] ?? 0;
      expect(right).toContain(value.toFixed(4));
      if (value > 0.1) expect(right).toContain(value.toPrecision(3));
      expect(right).not.toContain((value + 0.01).toFixed(4));
    });
  });

  it("a mistake is told to whoever is wrong, and the working to all, on request alone", async () => {
    const line = "{type: macs, level: 2}";
    expect(texts((await firstItem(line)).xml, ".//qti12:itemfeedback")).toEqual([]);
    const { xml, item } = await firstItem(line, { ...DEFAULT_OPTIONS, hasFeedback: true });
    expect(texts(xml, ".//qti12:itemfeedback/@ident")).toEqual([
      "general_fb",
      "general_incorrect_fb",
    ]);
    expect(texts(xml, ".//qti12:displayfeedback/@linkrefid")).toEqual(
      texts(xml, ".//qti12:itemfeedback/@ident"),
    );
    for (const { title } of item.feedback) {
      expect(texts(xml, ".//qti12:itemfeedback[@ident='general_incorrect_fb']").join()).toContain(
        title,
      );
    }
  });

  it.each([false, true])(
    "every type is an item that can be answered, with feedback: %s",
    async (hasFeedback) => {
      const lines = EXERCISES.map(({ id }) => `{type: ${id}, level: 2}`);
      const { document } = made(lines, numberedStudents(1));
      const items = elements(
        await assessmentOf(document, { ...DEFAULT_OPTIONS, hasFeedback }),
        ITEMS,
      );
      expect(items).toHaveLength(EXERCISES.length);
      for (const item of items) expectAnswerable(item);
    },
  );

  it("a void question is a text without points, outside of any group", async () => {
    const { document } = made(["{type: macs, level: 1, void: true, points: 5}"]);
    const assessment = await assessmentOf(document);
    expect(elements(assessment, GROUPS)).toEqual([]);
    const [item] = elements(assessment, ITEMS);
    if (!item) throw new Error("There is no item.");
    expect(fieldOf(item, "question_type")).toBe("text_only_question");
    expect(fieldOf(item, "points_possible")).toBe("0");
  });

  it("a hostile title or wording stays text, and makes no blank", async () => {
    const quoted = JSON.stringify(HOSTILE_TITLE);
    const { document } = made(
      [`{type: conv-forward, level: 1, title: ${quoted}, wording: ${quoted}}`],
      numberedStudents(1),
      { head: `course: ${quoted}\ninstructions: ${quoted}\n` },
    );
    for (const xml of (await packageOf(document, "qti12")).values()) parsed(xml);
    const [item] = elements(await assessmentOf(document), ITEMS);
    if (!item) throw new Error("There is no item.");
    const html = texts(item, "qti12:presentation/qti12:material/qti12:mattext")[0] ?? "";
    expect(html).not.toMatch(/<script|\\\(x|\$\$x/);
    const blanks = blanksIn(item);
    expect(new Set(blanks).size).toBe(blanks.length);
    expect(texts(item, "@title")[0]).toContain("]]>");
  });
});

/** Every answer id is there, every blank has its answers, and the right ones make up the whole score. */
function expectAnswerable(item: XmlElement): void {
  const type = fieldOf(item, "question_type");
  const score = texts(item, ".//qti12:setvar").map(Number);
  if (type === "numerical_question") {
    expect(texts(item, ".//qti12:render_fib/@fibtype")).toEqual(["Decimal"]);
    expect(score.every((one) => one === 100) && score.length > 0).toBe(true);
    return;
  }
  const labels = texts(item, ".//qti12:response_label/@ident");
  expect(fieldOf(item, "original_answer_ids").split(",")).toEqual(labels);
  expect(new Set(labels).size).toBe(labels.length);
  const known = new Set(labels);
  const tested = texts(item, ".//qti12:respcondition[qti12:setvar]//qti12:varequal");
  expect(tested.filter((id) => !known.has(id))).toEqual([]);
  if (type === "multiple_choice_question") {
    expect(score).toEqual([100]);
    return;
  }
  expect(["fill_in_multiple_blanks_question", "multiple_dropdowns_question"]).toContain(type);
  const blanks = blanksIn(item);
  expect(texts(item, ".//qti12:response_lid/qti12:material/qti12:mattext")).toEqual(blanks);
  expect(Math.abs((score[0] ?? 0) * blanks.length - 100)).toBeLessThan(1);
}
