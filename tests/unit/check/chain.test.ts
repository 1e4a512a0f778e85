import { renderToString } from "katex";
import { describe, expect, it } from "vitest";
import { placeAfter } from "../../../app/components/use-moved-rows";
import {
  BLANK_CHAIN,
  type ChainForm,
  moved,
  newRow,
  type OwnValues,
} from "../../../app/check/chain/form";
import { KIND_NAMES, KINDS, LAYER_FIELDS, WEIGHT_NAMES } from "../../../app/check/chain/kinds";
import { readChainLink, writeChainLink } from "../../../app/check/chain/link";
import { chainFormFrom } from "../../../app/check/chain/engine/form-from";
import { latexOfChain } from "../../../app/check/chain/engine/latex";
import { saveChain } from "../../../app/check/chain/engine/files";
import { chainOf } from "../../../app/check/chain/engine/problem";
import { workChain } from "../../../app/check/chain/engine/work-chain";
import { openFile } from "../../../app/check/engine/files";
import { proveChain } from "../../../app/check/engine/prove";
import { CHAIN_EXAMPLES, MAP_WORDS } from "@/content/chain";
import { LAYERS } from "@/lib/network/layers";

const silent = () => {};
const made = (form: Partial<ChainForm>): ChainForm => ({ ...BLANK_CHAIN, ...form });
const worked = (form: ChainForm, own: OwnValues | null = null) => workChain(form, own, silent);

// Worked by hand: the convolution gives [[0, 5], [−1, −1]], then y = 10 and ∂L/∂y = 2·(10 − 9).
const BY_HAND = made({
  x: "1 2 0\n0 1 3\n2 0 1",
  layers: [
    { kind: "Conv2d", options: {}, weights: { w: "1 -1\n0 1" } },
    newRow("ReLU"),
    newRow("Flatten"),
    { kind: "Linear", options: {}, weights: { w: "[[1, 2, 3, 4]]" } },
  ],
  loss: "mse_loss",
  target: "9",
});

const SNIPPET = made({
  source: "snippet",
  snippet: `x = torch.tensor([[1., 2.], [3., 4.]]).reshape(1, 1, 2, 2)
y = F.conv2d(x, torch.tensor([[[[1., 2.], [3., 4.]]]]))
y = y.frobnicate()
y.sum().backward()`,
});

function shown(form: ChainForm, key: string) {
  return worked(form)
    .result?.values.find((value) => value.key === key)
    ?.planes?.map(({ rows }) => rows);
}

describe("the layers of the editor", () => {
  it.each(KIND_NAMES)("%s has the options and the weights that the network reads", (name) => {
    const takes: readonly string[] = LAYERS[name]?.takes ?? [];
    const { fields, weights } = KINDS[name];
    const told = ["in", "pad", "activation", "id", "stats", "affine", "connections"];
    expect(fields.toSorted()).toEqual(
      takes
        .filter((one) => !told.includes(one) && !(name === "Flatten" && one === "out"))
        .toSorted(),
    );
    expect(weights.length > 0).toBe(
      ["Conv2d", "ConvTranspose2d", "Linear", "BatchNorm2d"].includes(name),
    );
  });

  it.each(KIND_NAMES.filter((name) => LAYERS[name]?.map))(
    "%s has words for its working",
    (name) => {
      expect(MAP_WORDS[name]?.forward).toBeTruthy();
      expect(MAP_WORDS[name]?.backward).toBeTruthy();
    },
  );

  it("change places, and stay where there is no place to go", () => {
    const rows = [newRow("ReLU"), newRow("Flatten")];
    expect(moved(rows, 0, 1).map(({ kind }) => kind)).toEqual(["Flatten", "ReLU"]);
    expect(moved(rows, 1, 0).map(({ kind }) => kind)).toEqual(["Flatten", "ReLU"]);
    expect(moved(rows, 1, placeAfter(1, "down", 2))).toEqual(rows);
  });
});

describe("a link", () => {
  it("brings everything back that was typed", () => {
    const options = Object.fromEntries(LAYER_FIELDS.map((name, at) => [name, `${at}, 1`]));
    const weights = Object.fromEntries(WEIGHT_NAMES.map((name) => [name, `1 2\n${name}`]));
    const page = {
      form: made({
        source: "snippet",
        snippet: "x = 1 # ∂ & ; +",
        layers: [{ kind: "Conv2d", options, weights }, newRow("Linear")],
        x: "1 2\n3 -4",
        loss: "cross_entropy",
        target: "0, 1",
        reduction: "sum",
        dy: "1",
        seed: "7",
        backward: "2",
        conventions: { ...BLANK_CHAIN.conventions, operation: "convolution" },
        dtype: "float16",
        open: "conv1.y",
        at: "0,1",
      }),
      own: { "conv1.y": "1 2\n3 4", loss: "½" },
    };
    expect(readChainLink(writeChainLink(page))).toEqual(page);
  });
});

describe("every value of a chain is shown, forward and back", () => {
  it("layer by layer: weights tell the outputs and the window", () => {
    expect(worked(BY_HAND).problems).toEqual({});
    expect(shown(BY_HAND, "conv1.y")).toEqual([
      [
        ["0", "5"],
        ["−1", "−1"],
      ],
    ]);
    expect(shown(BY_HAND, "loss")).toEqual([[["1"]]]);
    expect(shown(BY_HAND, "grads.conv1.w")).toEqual([
      [
        ["8", "0"],
        ["4", "12"],
      ],
    ]);
  });

  it("each with its working", () => {
    const { result } = worked(BY_HAND);
    for (const { key } of result?.values ?? []) {
      const open = worked({ ...BY_HAND, open: key }).result?.open;
      expect(open?.key).toBe(key);
      expect((open?.steps.length ?? 0) > 0 || open?.words !== "").toBe(true);
    }
  });

  it("a loss that sums says why its value is so many times the mean", () => {
    const form = { ...BY_HAND, reduction: "sum" as const, target: "9", backward: "2" };
    expect(worked({ ...form, open: "grads.conv1.w" }).result?.open?.words).toMatch(/ran 2 times/);
  });

  it("from a seed, and the drawn numbers can be written into the fields", () => {
    const form = made({
      x: "1×5×5",
      seed: "7",
      layers: [{ kind: "Conv2d", options: { out: "2", kernel: "3" }, weights: {} }],
    });
    const { drawn, result } = worked(form);
    if (!drawn) throw new Error("nothing drawn");
    const again = worked({ ...drawn, seed: "" });
    expect(again.result?.values).toEqual(result?.values);
    expect(again.result?.values.length).toBe(5);
  });

  it("a snippet tells the lines that are not followed, and goes on layer by layer", () => {
    const { unfollowed, rows, result } = worked(SNIPPET);
    expect(unfollowed.map(({ line }) => line)).toEqual([3]);
    expect(result?.values[0]?.planes?.[0]?.rows).toEqual([["30"]]);
    if (!rows) throw new Error("no rows");
    expect(worked(rows).result?.values.map(({ planes }) => planes)).toEqual(
      result?.values.map(({ planes }) => planes),
    );
  });

  it.each(CHAIN_EXAMPLES.map(({ title, link }) => [title, link]))("example “%s”", (_, link) => {
    const { form, own } = readChainLink(link);
    const { result, problems, unfollowed } = worked(form, own);
    expect([problems, unfollowed]).toEqual([{}, []]);
    expect(result?.values.length).toBeGreaterThan(4);
  });
});

describe("what does not fit is said beside its field", () => {
  it.each<[string, Partial<ChainForm>]>([
    ["x", { x: "1 2\n3" }],
    ["0.w", { layers: [{ kind: "Conv2d", options: { out: "1", kernel: "2" }, weights: {} }] }],
    ["0.kernel", { layers: [{ kind: "MaxPool2d", options: {}, weights: {} }] }],
    [
      "0.stride",
      { layers: [{ kind: "MaxPool2d", options: { kernel: "2", stride: "two" }, weights: {} }] },
    ],
    ["0", { layers: [{ kind: "MaxPool2d", options: { kernel: "9" }, weights: {} }] }],
    [
      "3.w",
      {
        layers: BY_HAND.layers.with(3, {
          kind: "Linear",
          options: {},
          weights: { w: "[[1, 2, 3]]" },
        }),
      },
    ],
    ["target", { target: "1 2" }],
    ["seed", { seed: "seven" }],
    ["backward", { backward: "0" }],
    ["dy", { loss: "", dy: "1 2 3" }],
  ])("%s", (place, change) => {
    const { problems, result } = worked({ ...BY_HAND, ...change });
    expect(Object.keys(problems)).toEqual([place]);
    expect(result).toBeNull();
  });
});

describe("the reader's own values are checked in the order of working", () => {
  // The kernel turned by 180° gives [[2, 4], [−2, 2]]; ReLU of it is right given that.
  const own = { "conv1.y": "2 4\n-2 2", "relu1.y": "[[2, 4], [0, 2]]", "linear1.y": "18" };

  it("the first wrong one is named with its mistake, later ones are right given it", () => {
    const { firstWrong, marks } = worked(BY_HAND, own).result ?? {};
    expect(firstWrong).toBe("conv1.y");
    expect(marks?.["conv1.y"]?.outcome?.diagnoses[0]?.[0]?.mistake).toBe("KERNEL_FLIPPED");
    expect(marks?.["relu1.y"]).toMatchObject({ verdict: "follows", given: ["conv1.y"] });
    expect(marks?.["linear1.y"]?.verdict).toBe("follows");
  });

  it.each([
    ["accumulated twice", { "grads.conv1.w": "16 0; 8 24" }, {}, /accumulated once more/],
    ["passes not added up", { "grads.conv1.w": "8 0; 4 12" }, { backward: "2" }, /not added up/],
  ])("%s", (_, values, change, title) => {
    const { marks } = worked({ ...BY_HAND, ...change }, values).result ?? {};
    expect(marks?.["grads.conv1.w"]?.slip?.title).toMatch(title);
  });

  it("what cannot be read is not wrong", () => {
    const { firstWrong, marks } = worked(BY_HAND, { "conv1.y": "1 2 [", loss: "" }).result ?? {};
    expect(firstWrong).toBeNull();
    expect(Object.entries(marks ?? {}).map(([key, { verdict }]) => [key, verdict])).toEqual([
      ["conv1.y", "invalid"],
    ]);
  });
});

describe("a chain taken elsewhere", () => {
  it("goes through its file unchanged, with the reader's values", () => {
    const own = { "conv1.y": "1 2; 3 4" };
    const opened = openFile("chain.json", new TextEncoder().encode(saveChain(BY_HAND, own)));
    if (opened.kind !== "chain") throw new Error("no chain");
    expect(opened.page.own).toEqual(own);
    expect(chainOf(opened.page.form)).toEqual({
      ...chainOf(BY_HAND),
      layers: chainOf(opened.page.form).layers,
    });
    expect(worked(opened.page.form).result?.values).toEqual(worked(BY_HAND).result?.values);
  });

  it("has no form where a layer is not of the editor's", () => {
    expect(chainFormFrom({ ...chainOf(BY_HAND), layers: [{ name: "GELU" }] })).toBeNull();
  });

  it("keeps None as it was pasted: an output size of the input's own", () => {
    const layers = [{ name: "AdaptiveAvgPool2d", output_size: [null, 1] as const }];
    const rows = chainFormFrom({ ...chainOf(BY_HAND), layers });
    expect(rows?.layers[0]?.options.output_size).toBe("None, 1");
    const values = worked(made({ x: "1 2 3\n4 5 6", layers: rows?.layers ?? [] })).result?.values;
    expect(values?.find(({ key }) => key === "pool1.y")?.sizes).toMatch(/2×1$/);
  });

  it("is one piece of LaTeX: what is given, each value and its working", () => {
    const text = latexOfChain(BY_HAND);
    expect(text).toContain(
      "X = \\begin{bmatrix} 1 & 2 & 0 \\\\ 0 & 1 & 3 \\\\ 2 & 0 & 1 \\end{bmatrix}",
    );
    expect(text).toContain(
      "\\partial L/\\partial K = \\begin{bmatrix} 8 & 0 \\\\ 4 & 12 \\end{bmatrix}",
    );
    expect(text.match(/\\begin\{align\*\}/g)?.length).toBeGreaterThan(6);
  });

  it("in LaTeX that can be set, wide matrices too", () => {
    const x = Array.from({ length: 12 }, (_, at) => at).join(" ");
    const wide = latexOfChain(made({ x: `${x}\n${x}`, layers: [newRow("ReLU")] }));
    expect(wide).toMatch(/^\\setcounter\{MaxMatrixCols\}\{12\}/);
    for (const text of [wide, latexOfChain(BY_HAND)]) {
      const blocks = text.match(/\\begin\{(gather|align)\*\}[^]*?\\end\{\1\*\}/g) ?? [];
      expect(blocks.length).toBeGreaterThan(3);
      for (const block of blocks)
        expect(() => renderToString(block, { displayMode: true, strict: "error" })).not.toThrow();
    }
  });

  it("has a proof of a value that is opened", () => {
    const { says, rows } = proveChain({ ...BY_HAND, open: "grads.conv1.w" });
    expect(says.map(({ holds }) => holds)).toEqual([true, true]);
    expect(rows[0]).toEqual(["[0, 0]", "8", "8", "8"]);
  });
});
