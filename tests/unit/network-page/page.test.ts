import { describe, expect, it } from "vitest";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { readSource } from "@/lib/network/source";
import { editForm, openFile, saveForm } from "../../../app/network/engine/files";
import { runOf } from "../../../app/network/engine/run";
import type { Scene } from "../../../app/network/engine/types";
import { work } from "../../../app/network/engine/work";
import { BLANK, type Form } from "../../../app/network/form";
import { readLink, writeLink } from "../../../app/network/link";

const silent = () => {};
const made = (form: Partial<Form>): Form => ({ ...BLANK, ...form });
const known = (id: string) => KNOWN_NETWORKS.find((one) => one.id === id);

function ready(id: string, more: Partial<Form> = {}): Form {
  const { code = "", input = [] } = known(id) ?? {};
  return made({ code, input: input.join("×"), ...more });
}

function sceneOf(form: Form): Scene {
  const { scene, problems, inputProblem } = work(form, silent);
  if (!scene) throw new Error(JSON.stringify([problems, inputProblem]));
  return scene;
}

const CONV = '[{"name": "Conv2d", "out": 10, "kernel": 5, "padding": 2}]';

describe("a link brings back what was typed", () => {
  it.each<[string, Form]>([
    ["nothing", BLANK],
    ["a ready-made network by its name", ready("alexnet", { at: "0.params", unit: "2,0,0" })],
    [
      "code and a table",
      made({ code: "nn.ReLU()", input: "1×3", table: "a\tb", columns: "name,params" }),
    ],
    [
      "choices",
      made({
        frozen: ["features.0", "conv1"],
        head: "10",
        optimiser: "sgd",
        dtype: "float16",
        conventions: { ...BLANK.conventions, macs: "with_bias", units: "iec" },
        other: known("vgg-16")?.code ?? "",
        otherInput: "1×3×32×32",
        replaced: "3",
      }),
    ],
  ])("%s", (_, form) => expect(readLink(writeLink(form))).toEqual(form));

  it("a ready-made network makes a short one", () => {
    expect(writeLink(ready("resnet-18")).length).toBeLessThan(80);
  });
});

describe("what comes of a network", () => {
  it("every ready-made one has its table, without a fault", () => {
    for (const { id } of KNOWN_NETWORKS) {
      const { problems, scene } = work(ready(id), silent);
      expect([id, problems, scene?.rows.filter(({ error }) => error !== undefined)]).toEqual([
        id,
        [],
        [],
      ]);
    }
  });

  it("tells totals and where they sit", () => {
    const { totals, where } = sceneOf(ready("alexnet"));
    expect(totals.params).toBe("61\u202F100\u202F840");
    expect(where[0]).toMatch(/^62\u00A0% of the parameters are classifier.1’s/);
  });

  it("works out the cell that is named", () => {
    const { working } = sceneOf(ready("lenet-5-1998", { at: "2.params" }));
    expect([working?.title, working?.steps.at(-1)?.spoken]).toEqual([
      "The parameters of C3",
      expect.stringContaining("1516"),
    ]);
    expect(sceneOf(ready("lenet-5-1998", { at: "99.params" })).working).toBeNull();
  });

  it("draws what the middle unit of the last plane sees, or the unit that is named", () => {
    const { sight } = sceneOf(made({ code: CONV, input: "3×32×32", unit: "0,0,1" }));
    expect(sight).toMatchObject({ top: -2, left: -1, height: 5, width: 5, jump: [1, 1] });
    expect(sight?.words).toMatch(/rows −2 to 2 and columns −1 to 3 .* padding/);
  });

  it("trains the head alone where the rest is frozen", () => {
    const all = sceneOf(ready("vgg-16")).training;
    const head = all.head ?? "";
    const frozen = all.layers.map(({ id }) => id).filter((id) => id !== head);
    const { says } = sceneOf(ready("vgg-16", { frozen, head: "10" })).training;
    // 4096·10 + 10 of 138 357 544 − 4096·1000 − 1000 + 40 970.
    expect(says).toBe(
      "40\u202F970 of 134\u202F301\u202F514 parameters are trained, <\u00A01\u00A0%.",
    );
    expect(sceneOf(ready("vgg-16", { head: "x" })).training.headProblem).toMatch(/x is no number/);
  });

  it("says what a run would take, or why there is none", () => {
    const offer = sceneOf(ready("alexnet")).run;
    expect(offer.isPossible).toBe(true);
    expect(offer.says).toMatch(/2\u202F142\u202F565\u202F440 multiply–adds .* 808\.5\u00A0MB/);
    const { run } = sceneOf(made({ code: "nn.LocalResponseNorm(5)", input: "3×8×8" }));
    expect([run.isPossible, run.says]).toEqual([
      false,
      "Layer 1 (lrn1): layers of LocalResponseNorm are counted here, not run.",
    ]);
  });

  it("runs a network: layers, kinds, and what is said of its loss and its gradients", () => {
    const heard: string[] = [];
    const { rows, kinds, says } = runOf(ready("lenet-5"), (words) => heard.push(words));
    const { rows: counted } = sceneOf(ready("lenet-5"));
    expect(rows.map(({ id }) => id)).toEqual(counted.map(({ id }) => id));
    expect(kinds.map(({ label, shares }) => [label, shares[0]?.text, shares[1]?.text])).toEqual([
      ["Convolutions", "4\u00A0%", "86\u00A0%"],
      ["Fully connected", "96\u00A0%", "14\u00A0%"],
      ["All others", "0\u00A0%", "0\u00A0%"],
    ]);
    expect(says[0]).toMatch(/first of 10 classes, is \d.* ln 10 = 2\.3\./);
    expect(says[1]).toMatch(/^From linear3 back to conv1, ‖∂L\/∂Y‖ goes from/);
    expect(rows[1]?.zeros).toMatch(/^\d+\u00A0% zeros$/);
    expect([rows[0]?.weights, rows[1]?.weights]).toEqual([expect.stringMatching(/^\d/), "–"]);
    expect([heard[0], heard[1], heard.at(-1)]).toEqual([
      "Drawing the weights",
      "Forward: conv1",
      "Back: conv1",
    ]);
  });

  it("puts a convolution beside the fully connected layer (cards 33, 34)", () => {
    const { replaced } = sceneOf(made({ code: CONV, input: "3×32×32" }));
    const [params, , macs, output] = replaced?.versus.lines ?? [];
    expect(params?.sides.map(({ text }) => text)).toEqual(["760", "31\u202F467\u202F520"]);
    expect(macs?.sides.map(({ text }) => text)).toEqual(["768\u202F000", "31\u202F457\u202F280"]);
    expect(output?.ratio).toBe("alike");
  });

  it("puts two networks beside each other, on one scale", () => {
    const { beside } = sceneOf(ready("alexnet", { other: known("vgg-16")?.code ?? "" }));
    expect(beside?.lines[0]?.sides.map(({ part }) => part)).toEqual([61_100_840 / 138_357_544, 1]);
    expect(beside?.names).toEqual(["AlexNet", "VGG-16"]);
    // Adam holds parameters, gradients and two moments; ratios by hand.
    const ratios = beside?.lines.map(({ ratio }) => ratio);
    expect(ratios).toEqual(["2.26 ×", "21.7 ×", "2.26 ×", "25.9 ×", "2.37 ×", "1.82 ×", ""]);
    // 195 and 212 at the last pool; 6 and 7 cells of 32 each, which the first fully connected layer sees.
    expect(beside?.lines.at(-1)?.sides.map(({ text }) => text)).toEqual([
      `${195 + 5 * 32} (classifier.6)`,
      `${212 + 6 * 32} (linear3)`,
    ]);
  });

  it("says how the other network was read, and what is wrong or worth knowing in it", () => {
    const code = `class Net(nn.Module):
    def __init__(self):
        self.c = nn.Conv2d(3, 4, 3)
        self.rnn = nn.LSTM(4, 4)
    def forward(self, x):
        return self.c(x).foo()`;
    const one = work(ready("lenet-5", { other: code, otherInput: "3×8×8" }), silent);
    expect(one.other).toMatchObject({
      readAs: "Read as PyTorch: 2 layers",
      problems: [{ line: 6, message: expect.stringMatching(/foo is not a layer/) as string }],
      notes: [{ line: 4, message: expect.stringMatching(/^rnn \(nn\.LSTM\)/) as string }],
    });
    expect(work(made({ code, input: "3×8×8" }), silent).notes).toEqual(one.other.notes);
  });

  it("marks the reader's table and names the mistake", () => {
    const { checked } = sceneOf(
      made({ code: CONV, input: "3×32×32", table: "layer\tparams\nconv1\t750" }),
    );
    expect(checked?.says).toBe("0 of 1 cells are right");
    expect(checked?.told[0]).toMatchObject({ where: "conv1, parameters: 750" });
    expect(checked?.told[0]?.title).toMatch(/bias/i);
  });

  it("says what goes wrong, and where", () => {
    const code = "nn.Conv2d(3, 8, 3)\nnn.Foo()\nnn.Linear(9, 2)";
    const { scene, problems } = work(made({ code, input: "3×8×8" }), silent);
    expect(problems).toEqual([]);
    expect(scene?.rows.map(({ error, line }) => [line, error?.slice(0, 24)])).toEqual([
      [1, undefined],
      [2, "Layer 2 (Foo, line 2): n"],
      [3, "Layer 3 (Linear, line 3)"],
    ]);
    expect(work(made({ code, input: "" }), silent).inputProblem).toMatch(/Say what goes in/);
    expect(work(made({ code, input: "0×3" }), silent).inputProblem).toMatch(/1×3×224×224/);
    expect(work(made({ code: "[{" }), silent).problems[0]?.message).toMatch(/not JSON/);
  });
});

function built(code: string, ...edits: Parameters<typeof editForm>[1][]): string {
  return edits.reduce((text, edit) => editForm(made({ code: text, input: "3×32×32" }), edit), code);
}

describe("the list is built layer by layer", () => {
  it("from nothing, a layer a line, which reads as it was written", () => {
    const code = built(
      "",
      { do: "add", name: "Conv2d" },
      { do: "add", name: "ReLU" },
      { do: "set", at: 0, key: "kernel", text: "3, 5" },
      { do: "set", at: 0, key: "padding", text: "same" },
      { do: "set", at: 0, key: "bias", text: "no" },
      { do: "move", at: 1, to: 0 },
    );
    expect(code).toBe(
      '[\n  {"name": "ReLU"},\n  {"name": "Conv2d", "out": 16, "kernel": [3, 5], "padding": "same", "bias": false}\n]\n',
    );
    expect(readSource(code).lines).toEqual([2, 3]);
    expect(built(code, { do: "remove", at: 0 })).not.toContain("ReLU");
    expect(built(code, { do: "set", at: 1, key: "bias", text: "" })).not.toContain("bias");
  });

  it("keeps branches with the layers that they mean", () => {
    const code = built(known("resnet-18")?.code ?? "", { do: "remove", at: 0 });
    expect(readSource(code).layers.filter(({ name }) => name === "Add").length).toBe(8);
    expect(readSource(code).layers[0]?.id).toBe("bn1");
  });

  it("refuses what says no value, and keeps a layer that is not known", () => {
    expect(() => built(CONV, { do: "set", at: 0, key: "kernel", text: "big" })).toThrow(
      /kernel is big/,
    );
    expect(() => built(CONV, { do: "set", at: 0, key: "bias", text: "3" })).toThrow(/bias/);
    expect(built("nn.Foo()\nnn.ReLU()", { do: "remove", at: 1 })).toContain('"Foo"');
  });
});

describe("a file holds the network", () => {
  it.each(KNOWN_NETWORKS.map(({ id }) => id))("%s comes back with the same totals", (id) => {
    const form = ready(id);
    const opened = openFile(saveForm(form));
    expect(opened.input).toBe(form.input);
    expect(sceneOf(opened).totals).toEqual(sceneOf(form).totals);
  });

  it("of Keras holds images N×C×H×W", () => {
    const code =
      "keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(8, 3, padding='same')])";
    const saved: unknown = JSON.parse(saveForm(made({ code, input: "28×28×1" })));
    expect(saved).toMatchObject({
      op: "network",
      inputs: { x: { shape: [1, 28, 28] } },
      conventions: { padding: "tf", layout: "nchw" },
    });
  });

  it("code is opened as it is", () => {
    expect(openFile("nn.ReLU()").code).toBe("nn.ReLU()");
    expect(() => saveForm(BLANK)).toThrow(/no network to save/);
  });
});
