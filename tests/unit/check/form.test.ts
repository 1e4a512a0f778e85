import { describe, expect, it } from "vitest";
import { BLANK, FIELDS, type Form, operandsOf } from "../../../app/check/form";
import { readLink, writeLink } from "../../../app/check/link";
import { formFrom } from "../../../app/check/question-form";
import { readParams, textsOfParams } from "../../../app/check/read-params";
import { goesInFields, textOfTyped, typedFrom } from "../../../app/check/typed-answer";
import { openFile, saveForm } from "../../../app/check/engine/files";
import { readForm } from "../../../app/check/engine/read-form";
import { work } from "../../../app/check/engine/work";
import { OPERATIONS } from "../../../lib/question/ops/registry";
import { EXAMPLES } from "@/content/check";
import { OPS } from "@/lib/question";

const silent = () => {};
const made = (form: Partial<Form>): Form => ({ ...BLANK, ...form });
const CARD_81 = made({
  texts: { x: "1 2 3 4\n5 6 7 8\n9 1 2 3\n4 5 6 7", w: "1 0\n0 1", dy: "1 2\n3 4" },
  ask: "grads.x",
});

describe("the fields of an operation are those that the kernel reads", () => {
  it.each(OPS)("%s", (op) => {
    const { required, optional, params } = OPERATIONS[op];
    expect(FIELDS[op].required).toEqual(required);
    expect(FIELDS[op].optional).toEqual([...optional, "dy"]);
    expect(FIELDS[op].params.toSorted()).toEqual(
      params.filter((name) => name !== "pad").toSorted(),
    );
  });
});

describe("parameters as they are typed", () => {
  it.each([
    ["padding", "2", { padding: 2 }],
    ["padding", "(1, 0)", { padding: [1, 0] }],
    ["padding", "1×2", { padding: [1, 2] }],
    ["padding", "SAME", { padding: "same" }],
    ["padding", "1, 0, 1, 0", { pad: [1, 0, 1, 0] }],
    ["stride", "2 1", { stride: [2, 1] }],
    ["stride", "", {}],
    ["groups", "2", { groups: 2 }],
  ])("%s “%s”", (name, text, params) => {
    expect(readParams({ op: "conv2d", params: { [name]: text } })).toEqual({
      params,
      problems: {},
    });
  });

  it.each([
    ["3", 3],
    ["(2, 3)", [2, 3]],
    ["None, 3", [null, 3]],
    ["(2, same)", [2, null]],
    ["None", [null, null]],
  ])("output size “%s”", (text, size) => {
    const read = readParams({ op: "adaptive_avg_pool2d", params: { output_size: text } });
    expect(read).toEqual({ params: { output_size: size }, problems: {} });
  });

  it("None as an output size keeps the input’s, in either layout; an unpooling has none to keep", () => {
    const form = made({
      op: "adaptive_max_pool2d",
      texts: { x: "[[[1, 2, 3], [4, 5, 6]]]" },
      params: { output_size: "None, 1" },
    });
    const asked = (layout: "nchw" | "nhwc") =>
      readForm({ ...form, conventions: { ...BLANK.conventions, layout } }, {}).question?.params;
    expect(asked("nchw")).toEqual({ output_size: [2, 1] });
    expect(asked("nhwc")).toEqual({ output_size: [1, 1] });
    const unpooled = readForm(
      made({
        op: "max_unpool2d",
        texts: { x: "5", indices: "3" },
        params: { output_size: "None, 2" },
      }),
      {},
    );
    expect(unpooled.problems.output_size).toMatch(/write a whole number/);
  });

  it.each([
    ["output_size", "None, 3, 3"],
    ["output_size", "nothing"],
    ["padding", "1, 2, 3"],
    ["stride", "two"],
    ["groups", "1, 2"],
  ])("%s “%s” is answered by what would fit", (name, text) => {
    const op = name === "output_size" ? "adaptive_avg_pool2d" : "conv2d";
    const { problems } = readParams({ op, params: { [name]: text } });
    expect(Object.values(problems).join()).toMatch(/would fit\.$/);
  });

  it("come back as they were", () => {
    const params = { stride: [2, 1], pad: [0, 1, 0, 1], dilation: 2 } as const;
    const texts = textsOfParams("conv2d", params);
    expect(readParams({ op: "conv2d", params: texts }).params).toEqual(params);
  });
});

describe("a link", () => {
  it("brings everything back that was typed", () => {
    const form = made({
      op: "avg_pool2d",
      texts: { x: "tensor([[1., 2.],\n        [3., -4.]])", dy: "1&2;3" },
      sizes: { x: "4×4" },
      params: { kernel: "2", padding: "1, 0, 1, 0", count_include_pad: "false" },
      conventions: { ...BLANK.conventions, padding: "tf", units: "iec" },
      dtype: "float16",
      precision: "exact",
      ask: "grads.x",
      at: "0,1",
      answer: "1,2;3,+4",
    });
    expect(readLink(writeLink(form), OPS)).toEqual(form);
  });

  it("passes over what it does not know", () => {
    expect(readLink("op=melt&precision=none&dtype=text&conventions=x:y", OPS)).toEqual(BLANK);
  });
});

describe("an answer's cells", () => {
  it.each([
    ["1,2;3,4", [2, 2], [2, 2]],
    ["1,2,3;4,5,6", [2, 2], [2, 3]],
    ["1;2;3;4", [2, 1, 1], [2, 2, 1]],
    ["1,2,3", [3], [3]],
  ])("“%s” where %j is asked for", (text, asked, shape) => {
    const typed = typedFrom(text, asked);
    expect(typed.shape).toEqual(shape);
    expect(textOfTyped(typed)).toBe(text);
  });

  it.each([
    ["1,2;3,4", true],
    ["1".repeat(1000), true],
    [
      Array(20)
        .fill(`${"1,".repeat(19)}1`)
        .join(";"),
      true,
    ],
    [
      Array(20)
        .fill(`${"1,".repeat(20)}1`)
        .join(";"),
      false,
    ],
    ["1".repeat(5001), false],
    ["1 2\n3 4", false],
  ])("are fields unless there are too many to lay out, or none", (text, are) => {
    expect(goesInFields(text)).toBe(are);
  });

  it("are blank where the text fits no planes", () => {
    expect(typedFrom("1;2;3", [2, 1, 1])).toEqual({ shape: [2, 1, 1], cells: ["", ""] });
  });
});

describe("a question", () => {
  it("goes through its file unchanged", () => {
    const form = made({
      texts: { x: "[[[1, 2], [3, 4]], [[0, 1], [1, 0]]]", w: "[[[[1]], [[2]]]]", b: "3" },
      params: { padding: "1, 0, 0, 0" },
      ask: "grads.w",
      answer: "1,2",
    });
    const bytes = new TextEncoder().encode(saveForm(form, {}, false));
    const opened = openFile("question.json", bytes);
    const { question } = readForm(form, {});
    if (opened.kind !== "form" || !question) throw new Error("no form");
    expect(readForm(opened.form, {}).question).toEqual(question);
    expect(formFrom(question).params).toEqual(form.params);
  });

  it("keeps its ask and its answer in the file for check", () => {
    const form = made({ op: "relu", texts: { x: "1 -2" }, answer: "1,0" });
    const json: unknown = JSON.parse(saveForm(form, {}, true));
    expect(json).toMatchObject({ ask: "y", answer: [["1", "0"]], question: { op: "relu" } });
  });

  it("keeps an answer that was pasted as a whole as it is", () => {
    const answer = "[[1, 0],\n [0, 2]]";
    const form = made({ op: "relu", texts: { x: "1 -2\n-3 2" }, answer });
    const saved = saveForm(form, {}, true);
    expect(JSON.parse(saved)).toMatchObject({ answer });
    const opened = openFile("check.json", new TextEncoder().encode(saved));
    expect(opened).toMatchObject({ kind: "form", form: { answer } });
    expect(work(form, {}, true, silent).result?.outcome?.verdict).toBe("correct");
  });
});

describe("what does not fit is said beside its field", () => {
  it("card 81: which stride or input the gradient would fit", () => {
    const { problems } = readForm(CARD_81, {});
    expect(Object.keys(problems)).toEqual(["dy"]);
    expect(problems.dy).toMatch(
      /A 2×2 gradient fits stride 2 or a 3×3 input; stride 1 on a 4×4 input.* needs 3×3/,
    );
  });

  it.each([
    ["x", { texts: { x: "1 2\n3", w: "1" } }],
    ["w", { texts: { x: "1 2\n3 4", w: "1 2 3\n4 5 6\n7 8 9" } }],
    ["stride", { texts: { x: "1 2\n3 4", w: "[[1]]" }, params: { stride: "0" } }],
    ["padding", { texts: { x: "1 2\n3 4", w: "[[1]]" }, params: { padding: "-1" } }],
  ])("%s", (place, form) => {
    expect(Object.keys(readForm(made(form), {}).problems)).toEqual([place]);
  });

  it("waits, without complaint, for what is missing", () => {
    expect(readForm(made({ texts: { x: "1 2" } }), {})).toMatchObject({
      waits: true,
      problems: {},
    });
  });
});

describe("the page's answers", () => {
  it.each(EXAMPLES.map(({ title, link }) => [title, link]))("has one for “%s”", (_, link) => {
    const { result, problems } = work(readLink(link, OPS), {}, true, silent);
    expect(Object.keys(problems)).toEqual(link.includes("ask=grads.x") ? ["dy"] : []);
    expect(result === null).toBe(Object.keys(problems).length > 0);
  });

  // PyTorch 1.13: manual_seed(42), randn(1, 3) @ [[100], [200], [-50]]; what it prints gives 47.705.
  it("takes an answer inside the bounds of printed numbers for right", () => {
    const form = made({
      op: "linear",
      texts: { x: "tensor([[0.3367, 0.1288, 0.2345]])", w: "[[100, 200, -50]]" },
      answer: "47.7078",
    });
    const marked = (precision: Form["precision"]) =>
      work({ ...form, precision }, {}, true, silent).result?.outcome?.verdict;
    expect(marked("printed")).toBe("correct");
    expect(marked("exact")).toBe("incorrect");
  });

  it("names the slip behind a wrong answer", () => {
    // 3·1 + 1·2 + 0·3 + 2·4 with the kernel turned by 180° is 1·4 + 2·3 + 3·2 + 4·1 = 20.
    const form = made({ texts: { x: "1 2\n3 4", w: "1 2\n3 4" }, answer: "20" });
    const outcome = work(form, {}, true, silent).result?.outcome;
    expect(outcome?.verdict).toBe("incorrect");
    expect(outcome?.diagnoses.flat().map(({ mistake }) => mistake)).toContain("KERNEL_FLIPPED");
  });

  it("says which conventions would give something else", () => {
    const form = made({
      texts: { x: "1 2 3\n4 5 6\n7 8 9", w: "1 2\n3 4" },
      params: { stride: "2" },
    });
    const words = work(form, {}, false, silent).result?.differences.join("\n");
    expect(words).toMatch(/rounded up: the shape would be 2×2/);
    expect(words).toMatch(/kernel turned: 1 of 1 cells/);
  });

  it("draws no cells of a large tensor, but hands it over whole", () => {
    const row = Array.from({ length: 32 }, (_, at) => at).join(" ");
    const form = made({
      op: "relu",
      texts: { x: Array.from({ length: 32 }, () => row).join("\n") },
    });
    const { result } = work(form, {}, false, silent);
    expect(result?.large.map(({ shape }) => shape)).toEqual([
      [32, 32],
      [32, 32],
    ]);
    expect(result?.answer).toBeNull();
  });

  it.each(OPS)("has fields for every tensor of %s", (op) => {
    expect(operandsOf(op).length).toBeGreaterThan(1);
  });
});
