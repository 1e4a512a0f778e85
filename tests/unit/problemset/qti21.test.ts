import { EXERCISES, isTensor } from "@/lib/exercises";
import { type SetDocument, numberedStudents } from "@/lib/problemset";
import { DEFAULT_OPTIONS, type FormatOptions } from "@/lib/problemset/formats";
import { packages } from "@/lib/problemset/formats/qti21/qti21";
import { toText } from "@/lib/tex";
import { unzipSync } from "fflate";
import { XmlDocument, type XmlElement, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HOSTILE_TITLE } from "./hostile";
import { made } from "./made";
import { marked, rightResponses } from "./qti21-marking";
import { elements, keyText, joined, packageOf, parsed, texts } from "./xml";

const WITH_FEEDBACK = { ...DEFAULT_OPTIONS, hasFeedback: true };

async function itemsOf(document: SetDocument, options?: FormatOptions): Promise<XmlElement[]> {
  const files = await packageOf(document, "qti21", options);
  return [...files].flatMap(([path, xml]) => (path.startsWith("items/") ? [parsed(xml)] : []));
}

async function firstItem(line: string, options?: FormatOptions) {
  const { document } = made([line], numberedStudents(1));
  const [item] = document.items(0);
  const [xml] = await itemsOf(document, options);
  if (!item || !xml) throw new Error("There is no item.");
  return { item, xml };
}

const ALL_TYPES = EXERCISES.map(({ id }) => `{type: ${id}, level: 2, points: 3}`);

describe("a package of QTI 2.1", () => {
  it("names every file that it holds, and the test every item", async () => {
    const { document } = made(["{type: macs, level: 1}", "{type: conv-forward, level: 1}"]);
    const files = await packageOf(document, "qti21");
    const manifest = parsed(files.get("imsmanifest.xml") ?? "");
    const resources = "//cp:resource[@type='imsqti_item_xmlv2p1']";
    expect(["imsmanifest.xml", ...texts(manifest, "//cp:file/@href")].toSorted()).toEqual(
      [...files.keys()].toSorted(),
    );
    const test = parsed(files.get("test.xml") ?? "");
    expect(texts(test, "//qti21:assessmentItemRef/@href").toSorted()).toEqual(
      texts(manifest, `${resources}/@href`).toSorted(),
    );
    expect(texts(manifest, "//cp:dependency/@identifierref").toSorted()).toEqual(
      texts(manifest, `${resources}/@identifier`).toSorted(),
    );
  });

  it("selects one variant of each question", async () => {
    const { document } = made(
      ["{type: macs, level: 1}", "{type: conv-forward, level: 1, same_for_all: true}"],
      numberedStudents(4),
    );
    const test = parsed((await packageOf(document, "qti21")).get("test.xml") ?? "");
    const sections = elements(
      test,
      "//qti21:assessmentSection[starts-with(@identifier,'question-')]",
    );
    expect(sections.map((one) => texts(one, "qti21:selection/@select"))).toEqual([["1"], ["1"]]);
    expect(sections.map((one) => texts(one, "qti21:assessmentItemRef/@href").length)).toEqual([
      4, 1,
    ]);
  });

  it("writes each formula as MathML, with the same as plain text for readers that show none", async () => {
    const { item, xml } = await firstItem("{type: conv-forward, level: 2}");
    const formulas = item.statement.flat().filter((part) => typeof part !== "string");
    const shown = elements(xml, "//qti21:itemBody//m:math");
    expect(shown.length).toBeGreaterThanOrEqual(formulas.length);
    expect(shown.filter((one) => texts(one, ".//m:mi | .//m:mn").length === 0)).toEqual([]);
    const spoken = texts(xml, "//qti21:itemBody//m:math/@alttext");
    expect(spoken).toHaveLength(shown.length);
    for (const { name } of item.figures) expect(spoken).toContain(toText(name));
  });

  it.each([DEFAULT_OPTIONS, WITH_FEEDBACK])(
    "gives every type its points for the right answer, and none for an empty one",
    async (options) => {
      const items = await itemsOf(made(ALL_TYPES, numberedStudents(1)).document, options);
      expect(items).toHaveLength(EXERCISES.length);
      for (const item of items) {
        const right = rightResponses(item);
        expect(Object.keys(right)).toEqual(texts(item, ".//@responseIdentifier"));
        expect(marked(item, right).score).toBe(3);
        expect(marked(item, {}).score).toBe(0);
      }
    },
  );

  it("gives a wrong cell no points, and the others theirs, in whole thirds", async () => {
    const { xml } = await firstItem("{type: conv-forward, level: 2, points: 3}");
    const right = rightResponses(xml);
    const count = Object.keys(right).length;
    const score = marked(xml, { ...right, R1: "999" }).score;
    expect(score).toBe((3 * (count - 1)) / count);
  });

  it("takes of a decimal what rounds to it at three digits, and of a whole number itself", async () => {
    const { xml, item } = await firstItem("{type: separable-ratio, level: 2}");
    const key = Number(item.key);
    expect(marked(xml, { R1: key.toPrecision(3) }).score).toBe(1);
    expect(marked(xml, { R1: String(key + 0.001) }).score).toBe(0);
    const whole = await firstItem("{type: parameters, level: 2}");
    expect(marked(whole.xml, { R1: `${keyText(whole.item)}.0` }).score).toBe(1);
    expect(marked(whole.xml, { R1: `${keyText(whole.item)}.4` }).score).toBe(0);
  });

  it("tells a mistake where the whole answer is its own, and not for one cell of it", async () => {
    const { xml, item } = await firstItem("{type: conv-forward, level: 2}", WITH_FEEDBACK);
    const flipped = item.feedback.find(({ mistake }) => mistake === "KERNEL_FLIPPED");
    const answer = flipped?.answer;
    if (typeof answer !== "object" || !isTensor(answer)) throw new Error("Nothing was predicted.");
    const wrong = Object.fromEntries(
      [...answer.data].map((one, index) => [`R${index + 1}`, `${one}`]),
    );
    expect(marked(xml, wrong).feedback).toContain("KERNEL_FLIPPED");
    expect(marked(xml, { ...rightResponses(xml), R1: wrong["R1"] ?? "" }).feedback).toEqual([
      "WORKING",
    ]);
    const shown = texts(xml, "qti21:modalFeedback/@identifier");
    expect(shown).toContain("KERNEL_FLIPPED");
    const silent = await firstItem("{type: conv-forward, level: 2}");
    expect(texts(silent.xml, "qti21:modalFeedback")).toEqual([]);
  });

  it("a set too large for one zip file is cut into packages of whole sheets", () => {
    const { document } = made(
      [
        "{type: macs, level: 1}",
        "{type: parameters, level: 1}",
        "{type: flops, level: 1, same_for_all: true}",
      ],
      numberedStudents(5),
    );
    const made21 = Array.from(packages(document, DEFAULT_OPTIONS, 6), ({ path, chunks }) => ({
      path,
      items: Object.keys(unzipSync(joined(chunks))).filter((one) => one.startsWith("items/")),
    }));
    expect(made21.map(({ path }) => path)).toEqual([1, 2, 3].map((one) => `qti21/quiz-${one}.zip`));
    expect(made21.map(({ items }) => items.length)).toEqual([5, 5, 3]);
    expect(new Set(made21.flatMap(({ items }) => items)).size).toBe(11);
  });
});

const schemas = process.env["QTI_XSD"];
const hostile = JSON.stringify(HOSTILE_TITLE);

describe("the published schema", () => {
  it.skipIf(schemas === undefined)(
    "(the folder that QTI_XSD names) takes every type, hostile texts, void questions and feedback",
    async () => {
      xmlRegisterFsInputProviders();
      const schema = validatorOf("qtiv2p1/imsqti_v2p1.xsd");
      const packaging = validatorOf("imscp_v1p1.xsd");
      const { document } = made(
        [
          ...ALL_TYPES,
          `{type: conv-forward, level: 1, title: ${hostile}, wording: ${hostile}}`,
          "{type: macs, level: 1, void: true}",
        ],
        numberedStudents(1),
        { head: `course: ${hostile}\ninstructions: ${hostile}\n` },
      );
      const packed = await Promise.all(
        [DEFAULT_OPTIONS, WITH_FEEDBACK].map((options) => packageOf(document, "qti21", options)),
      );
      for (const [path, xml] of packed.flatMap((files) => [...files])) {
        const validator = path === "imsmanifest.xml" ? packaging : schema;
        const read = XmlDocument.fromString(xml);
        validator.validate(read);
        read.dispose();
      }
      const broken = XmlDocument.fromString(
        '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="a" adaptive="perhaps" timeDependent="false"/>',
      );
      expect(() => schema.validate(broken)).toThrow("adaptive");
    },
  );
});

function validatorOf(file: string): XsdValidator {
  const path = join(schemas ?? "", file);
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  return XsdValidator.fromDoc(schema);
}
