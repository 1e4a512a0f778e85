import { SetError } from "@/lib/problemset";
import { readSpec } from "@/lib/problemset/spec";
import { describe, expect, it } from "vitest";

const HEAD = "title: Quiz 3\ncourse: CS 7643\nseed: 20261123\n";
const ONE = "questions:\n  - {type: conv-forward, level: 2, points: 2}\n";

/** What is said of a set that does not fit. */
function refusal(text: string): string {
  try {
    readSpec(text);
  } catch (error) {
    if (error instanceof SetError) return error.message;
    throw error;
  }
  return "";
}

describe("a set is read from YAML and from JSON", () => {
  it("fills in every default", () => {
    expect(readSpec(HEAD + ONE)).toMatchObject({
      title: "Quiz 3",
      course: "CS 7643",
      seed: "20261123",
      paper: "a4",
      timeScale: 1,
      questions: [
        {
          line: 5,
          type: "conv-forward",
          version: 1,
          level: 2,
          points: 2,
          count: 1,
          isSameForAll: false,
          isDistinct: true,
          isVoid: false,
        },
      ],
    });
  });

  it("reads JSON as the same set", () => {
    const json = {
      title: "Quiz 3",
      course: "CS 7643",
      seed: 20261123,
      questions: [{ type: "conv-forward", level: 2, points: 2 }],
    };
    const [{ line: _line, ...fromJson } = { line: 0 }] = readSpec(JSON.stringify(json)).questions;
    const [{ line: _other, ...fromYaml } = { line: 0 }] = readSpec(HEAD + ONE).questions;
    expect(fromJson).toEqual(fromYaml);
  });

  it("works out a question by hand under the set's conventions", () => {
    const own =
      "conventions: {rounding: ceil}\nquestions:\n  - type: output-size\n    level: 1\n    question: {op: conv2d, params: {stride: 2}, inputs: {x: {shape: [1, 6, 6]}, w: {shape: [1, 1, 3, 3]}}}\n";
    expect(readSpec(HEAD + own).questions[0]?.own).toMatchObject({
      ask: "shapes.y",
      question: { conventions: { rounding: "ceil" } },
    });
  });
});

describe("what does not fit is said with its line", () => {
  it.each([
    ["", "The set is null; write an object with title"],
    ["title: [", "Line 1: This is neither YAML nor JSON"],
    [
      `${HEAD}title: Again\n${ONE}`,
      "Line 4: This is neither YAML nor JSON: Map keys must be unique",
    ],
    [HEAD, "Line 1: questions is not a list"],
    [`${HEAD}questions: []`, "Line 4: questions is empty; write at least one question."],
    [ONE, "Line 1: title is missing; write a title"],
    [
      `${HEAD}qestions: 3\n${ONE}`,
      'Line 4: The set holds "qestions", which means nothing here. Did you mean "questions"?',
    ],
    [
      `${HEAD}variants: -3\n${ONE}`,
      "Line 4: variants is -3; write a whole number from 1 to 100000.",
    ],
    [`${HEAD}paper: a5\n${ONE}`, 'Line 4: paper is "a5". Did you mean "a4"?'],
    [
      `${HEAD}questions:\n  - type: conv-foward\n    level: 1`,
      'Line 5: questions[0].type is "conv-foward". Did you mean "conv-forward"?',
    ],
    [
      `${HEAD}questions:\n  - type: macs\n    level: 6`,
      "Line 6: questions[0].level is 6; write 1, 2, 3, 4 or 5.",
    ],
    [
      `${HEAD}questions:\n  - type: macs`,
      "Line 5: questions[0].level is missing; write 1, 2, 3, 4 or 5.",
    ],
    [
      `${HEAD}questions:\n  - {type: macs, level: 1}\n  - {type: macs, level: 1, count: 0}`,
      "Line 6: questions[1].count is 0; write a whole number from 1 to 50.",
    ],
    [
      `${HEAD}questions:\n  - {type: macs, level: 1, points: -1}`,
      "Line 5: questions[0].points is -1; write a number from 0 to 1000.",
    ],
    [
      `${HEAD}questions:\n  - {type: macs, level: 1, count: 50}\n  - {type: macs, level: 1, count: 50}\n  - {type: macs, level: 1, count: 50}\n  - {type: macs, level: 1, count: 50}\n  - {type: macs, level: 1}`,
      "Line 4: The questions' counts add up to 201; 200 are the most.",
    ],
    [
      `${HEAD}questions:\n  - {type: macs, level: 1, version: 9}`,
      "Line 5: questions[0].version is 9, but macs is at version 1; version 9 is not known here yet.",
    ],
    [
      `${HEAD}questions:\n  - {type: macs, level: 1, ask: flops}`,
      "Line 5: questions[0].ask stands without a question that it is asked of.",
    ],
    [
      `${HEAD}questions:\n  - type: macs\n    level: 1\n    pinned: abc\n    count: 2`,
      "Line 8: questions[0].count is 2, but pinned gives one problem",
    ],
    [
      `${HEAD}questions:\n  - type: macs\n    level: 1\n    question: {op: relu, inputs: {x: [[1]]}}`,
      "Line 7: questions[0].question does not fit: its op is relu, and macs asks about conv2d.",
    ],
    [
      `${HEAD}questions:\n  - type: conv-forward\n    level: 1\n    question: {op: conv2d, inputs: {x: [[1]], w: [[1, 2], [3, 4]]}}`,
      "Line 7: questions[0].question does not fit: ",
    ],
    [`${HEAD}conventions: {rounding: up}\n${ONE}`, 'Line 4: conventions.rounding is "up".'],
    [
      `${HEAD}questions:\n  - {type: macs, level: 1, accept: [{layout: nhwc}]}`,
      'Line 5: questions[0].accept[0] holds "layout", which means nothing here.',
    ],
  ])("%j", (text, said) => expect(refusal(text)).toContain(said));

  it("tells of every place at once", () => {
    const lines = refusal(
      `${HEAD}paper: a5\nquestions:\n  - {type: macs, level: 9, count: -1}`,
    ).split("\n");
    expect(lines).toHaveLength(3);
  });

  it("refuses aliases that unfold to a flood", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [one, before] of ["ba", "cb", "dc", "ed", "fe"].map((two) => two.split(""))) {
      bomb.push(`${one}: &${one} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`);
    }
    expect(refusal(bomb.join("\n"))).toContain("The set cannot be read");
  });
});
