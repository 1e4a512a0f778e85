import { BLANK, type QuestionData, type SetData, fileOf } from "@/app/sets/data";
import { checkedOf } from "@/app/sets/engine/check";
import { outlineOf } from "@/app/sets/engine/outline";
import { openSet, saveSet, specFrom } from "@/app/sets/engine/read";
import type { Sample } from "@/app/sets/engine/types";
import { layerForm } from "@/app/sets/hand/form";
import { byHand, drawnAgain, withOperand, withParam } from "@/app/sets/hand/typed";
import { readLink, writeLink } from "@/app/sets/link";
import { EXERCISES } from "@/lib/exercises";
import { keyFileText } from "@/lib/problemset/seeds";
import { readSetFile } from "@/lib/problemset/spec";
import { describe, expect, it } from "vitest";
import { SECRET } from "../problemset/made";

const setOf = (question: QuestionData, rest: Partial<SetData> = {}): SetData => ({
  ...BLANK,
  ...rest,
  questions: [question],
});
const looked = (set: SetData) => outlineOf(set, { at: 0 }, 1);

function sampleOf(set: SetData): Sample {
  const { sample } = looked(set);
  if (sample && "html" in sample) return sample;
  throw new Error(JSON.stringify(sample));
}

/** The problem, whatever the room to write below it: one by hand has its own difficulty, and so its own time. */
const wordsOf = ({ html }: Sample) => html.replace(/--room:[\d.]+/, "");

describe("a drawn question is gone on with by hand", () => {
  it.each(EXERCISES.map(({ id }) => id))("%s: the same problem, answer and proof", (type) => {
    const question = { type, level: 2 };
    const drawn = sampleOf(setOf(question));
    const own = sampleOf(setOf(byHand(question, drawn.own)));
    expect([wordsOf(own), own.answer, own.proof]).toEqual([
      wordsOf(drawn),
      drawn.answer,
      drawn.proof,
    ]);
    expect([drawn.isOne, own.isOne]).toEqual([false, true]);
    expect(drawnAgain(byHand(question, drawn.own))).toEqual(question);
  });

  it("under the set's conventions, and its file saved and opened is the same to the byte", () => {
    for (const type of ["output-size", "max-pool-forward", "find-padding", "network-parameters"]) {
      const drawn = setOf({ type, level: 3 }, { conventions: { rounding: "ceil" } });
      const { own, answer } = sampleOf(drawn);
      const set = setOf(byHand({ type, level: 3 }, own), { conventions: { rounding: "ceil" } });
      expect(sampleOf(set).answer).toBe(answer);
      for (const form of ["yaml", "json"] as const) {
        const text = saveSet(set, form);
        expect(saveSet(openSet(text), form)).toBe(text);
        expect(sampleOf(openSet(text)).answer).toBe(answer);
      }
    }
  });
});

const CONV: QuestionData = {
  type: "conv-forward",
  level: 1,
  question: {
    op: "conv2d",
    params: { padding: "same" },
    inputs: { x: [[1, 2], [3, 4]], w: { shape: [1, 1], data: [2] } }, // oxfmt-ignore
  },
};

describe("what is typed over a number", () => {
  const typed = withOperand(CONV["question"], "x", "[[1., 0.5],\n [-3, 1/4]]");
  const set = setOf({ ...CONV, question: withParam(typed, "stride", "2, 1") });

  it("is read as on the page for homework, and stands in the file as numbers", () => {
    const { hand, problems } = looked(set);
    expect(problems).toEqual([]);
    expect(hand?.readAs["x"]).toMatch(/^2×2: 1, 0\.5, −3/);
    const [question] = readSetFile(saveSet(set, "yaml")).questions;
    expect(question?.question).toEqual({
      op: "conv2d",
      params: { stride: [2, 1], padding: "same" },
      inputs: {
        x: { shape: [2, 2], data: [1, 0.5, -3, 0.25] },
        w: { shape: [1, 1], data: [2] },
      },
    });
    expect(sampleOf(set).answer).toMatch(/0\.5/);
  });

  it("is kept by a link as it was typed", () => {
    expect(readLink(writeLink(set))).toEqual(fileOf(set));
    expect(layerForm(readLink(writeLink(set)).questions[0]?.["question"])?.texts.x).toContain(
      "1/4",
    );
  });

  it("gives everybody the same sheet, whose key is proved", () => {
    const key = keyFileText(SECRET);
    const { sentences, sheets, sheetCount } = checkedOf({ set, roster: null, key }, 0, () => {});
    expect(sheetCount).toBe(30);
    expect(sentences[0]?.words).toBe(
      "Every one of 1 key was worked out by two algorithms, which agree.",
    );
    expect(new Set(sheets.map(({ html }) => html.match(/<table[^]*<\/table>/)?.[0])).size).toBe(1);
  });

  it("what an unchanged file says stays as it says it", () => {
    const file = openSet(saveSet(setOf(CONV), "yaml"));
    expect(file.questions[0]?.["question"]).toEqual(CONV["question"]);
  });

  it.each([
    ["x", withOperand(CONV["question"], "x", "1 2\n3 lots"), /lots/],
    ["w", withOperand(CONV["question"], "w", "1 2 3\n4 5 6\n7 8 9"), /./],
    ["stride", withParam(CONV["question"], "stride", "fast"), /“fast” does not read/],
  ] as const)(
    "beside %s it is said what does not fit, and nothing is lost",
    (place, own, words) => {
      const wrong = setOf({
        ...CONV,
        question: place === "w" ? withParam(own, "padding", "") : own,
      });
      const { hand, problems, sample } = looked(wrong);
      expect(hand?.problems[place]).toMatch(words);
      expect(problems.map(({ at }) => at)).toEqual([0]);
      expect(sample && "problem" in sample).toBe(true);
      expect(fileOf(wrong).questions[0]?.["question"]).toEqual(wrong.questions[0]?.["question"]);
      expect(readLink(writeLink(wrong)).questions[0]).toEqual(fileOf(wrong).questions[0]);
    },
  );

  it("a field that is emptied is left out of the question", () => {
    const own = withParam(withOperand(CONV["question"], "x", ""), "padding", "");
    expect(own).toEqual({ op: "conv2d", params: {}, inputs: { w: { shape: [1, 1], data: [2] } } });
  });
});

describe("a question that is no layer's is typed as its file writes it", () => {
  const own = sampleOf(setOf({ type: "bottleneck", level: 2 })).own;
  const question = (text: unknown) => setOf({ type: "bottleneck", level: 2, question: text });

  it("a layer a line, and what is changed is counted anew", () => {
    expect(own).toMatch(/^op: network\nlayers:\n {2}- \{ name: Conv2d, out: \d+, kernel: 1/);
    const other = String(own).replace(/out: \d+/, "out: 1");
    expect(sampleOf(question(other)).answer).not.toBe(sampleOf(question(own)).answer);
    expect(looked(openSet(saveSet(question(other), "json"))).hand?.text).toBe(other);
  });

  it.each(["op: network\nlayers: [", "nothing", "op: network\nlayers: []"])(
    "%j is said to be none, and stays",
    (text) => {
      const { problems, hand } = looked(question(text));
      expect(problems[0]?.message).toMatch(/^question does not fit/);
      expect(hand?.text).toBe(text);
    },
  );
});

describe("conventions that are accepted too", () => {
  const size: QuestionData = {
    type: "output-size",
    level: 1,
    question: {
      op: "conv2d",
      params: { stride: 2 },
      inputs: { x: { shape: [6, 6] }, w: { shape: [3, 3] } },
    },
  };

  it("their answer stands beside the key", () => {
    expect(sampleOf(setOf(size)).answer).not.toContain("Also right");
    const accepted = setOf({ ...size, accept: [{ rounding: "ceil" }] });
    expect(sampleOf(accepted).answer).toContain("Also right: 3 × 3");
    expect(specFrom(accepted).questions[0]?.accept).toEqual([{ rounding: "ceil" }]);
    expect(openSet(saveSet(accepted, "yaml")).questions[0]?.["accept"]).toEqual([
      { rounding: "ceil" },
    ]);
  });

  it("one that is not chosen yet is not in the file", () => {
    expect(fileOf(setOf({ ...size, accept: [{}] })).questions[0]).not.toHaveProperty("accept");
    expect(fileOf(setOf({ ...size, accept: [{}, { units: "iec" }] })).questions[0]).toHaveProperty(
      "accept",
      [{ units: "iec" }],
    );
  });
});
