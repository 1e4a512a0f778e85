import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK_CHAIN, type ChainForm } from "../../../app/check/chain/form";
import { KIND_NAMES, LAYER_FIELDS, WEIGHT_NAMES } from "../../../app/check/chain/kinds";
import { readChainLink, writeChainLink } from "../../../app/check/chain/link";
import { workChain } from "../../../app/check/chain/engine/work-chain";
import { BLANK, FIELDS, type Form, operandsOf } from "../../../app/check/form";
import { readLink, writeLink } from "../../../app/check/link";
import { openFile } from "../../../app/check/engine/files";
import { work } from "../../../app/check/engine/work";
import { OPS } from "@/lib/question";

const SEED = { seed: 20_261_126, numRuns: 150 };
const silent = () => {};

/** What people paste, and what nobody should. */
const junk = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    "1",
    "-0",
    "1 2\n3 4",
    "[[1, 2], [3, 4]]",
    "[[1, 2], [3]]",
    "tensor([[1., 2.], [3., nan]])",
    "\\begin{bmatrix} 1 & 2 \\\\ 3 \\end{bmatrix}",
    "1e999",
    "NaN inf",
    "2×2",
    "99999999×99999999",
    "1×1×1×1×1",
    "__proto__",
    "=1+1",
    "(".repeat(400),
    "[".repeat(2000),
    '{"shape": [2, 2], "data": [1]}',
    "1/0",
    "9".repeat(400),
    "−1,5",
    "true",
    "same",
  ),
);

const chainForms: fc.Arbitrary<ChainForm> = fc.record({
  source: fc.constantFrom("layers", "snippet"),
  snippet: junk,
  layers: fc.array(
    fc.record({
      kind: fc.constantFrom(...KIND_NAMES),
      options: fc.dictionary(fc.constantFrom(...LAYER_FIELDS), junk, { maxKeys: 4 }),
      weights: fc.dictionary(fc.constantFrom(...WEIGHT_NAMES), junk, { maxKeys: 2 }),
    }),
    { maxLength: 4 },
  ),
  x: junk,
  loss: fc.constantFrom("", "mse_loss", "cross_entropy"),
  target: junk,
  reduction: fc.constantFrom("mean", "sum"),
  dy: junk,
  seed: fc.oneof(fc.constantFrom("", "7"), junk),
  backward: fc.oneof(fc.constantFrom("", "2"), junk),
  conventions: fc.constant(BLANK_CHAIN.conventions),
  dtype: fc.constant(BLANK_CHAIN.dtype),
  open: fc.constantFrom("", "conv1.y", "grads.x", "loss", "__proto__"),
  at: junk,
});

/** Statements of PyTorch, whole and broken, in any order. */
const snippets = fc
  .array(
    fc.constantFrom(
      "import torch",
      "x = torch.tensor([[1., -2.], [3., 4.]])",
      "x = torch.randn(1, 3, 8, 8)",
      "y = F.relu(x)",
      "x = x.reshape(1, 1, 2, 2)",
      "conv = nn.Conv2d(1, 1, 2)",
      "conv.weight.data = torch.tensor([[[[1., 0.], [0., 1.]]]])",
      "y = conv(x)",
      "y = F.max_pool2d(x, 2)",
      "loss = F.mse_loss(y, torch.tensor([1.]))",
      "loss.backward()",
      "y.sum().backward()",
      "for i in range(10**9): pass",
      "while True: pass",
      "def f(x): return f(x)",
      "x = [[[[[[",
      "y = nn.Sequential(nn.ReLU(), nn.Flatten())(x)",
      "x = torch.zeros(10**12)",
      "exec('1')",
      "y = (lambda: y)()",
      "   ''' ",
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join("\n"));

describe("whatever is typed or pasted, the page has an answer and nothing throws", () => {
  it.each(OPS)("in the fields of %s", (op) => {
    const texts = fc.record(Object.fromEntries(operandsOf(op).map((name) => [name, junk])));
    const params = fc.record(Object.fromEntries(FIELDS[op].params.map((name) => [name, junk])));
    fc.assert(
      fc.property(texts, params, junk, fc.boolean(), (typed, options, answer, sizesOnly) => {
        const form: Form = {
          ...BLANK,
          op,
          texts: typed,
          sizes: typed,
          params: options,
          answer,
          sizesOnly,
        };
        const { result, problems, waits } = work(form, {}, true, silent);
        expect(result !== null || waits || Object.keys(problems).length > 0).toBe(true);
        for (const sentence of Object.values(problems)) expect(sentence).toMatch(/[.?!…]$/);
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  it("in a chain", () => {
    fc.assert(
      fc.property(
        chainForms,
        fc.dictionary(fc.constantFrom("conv1.y", "loss", "grads.x", "x"), junk),
        (form, own) => {
          const { result, problems, waits, unfollowed } = workChain(form, own, silent);
          const isTold = waits || Object.keys(problems).length > 0 || unfollowed.length > 0;
          expect(result !== null || isTold).toBe(true);
        },
      ),
      SEED,
    );
  });

  it("in a snippet", () => {
    fc.assert(
      fc.property(snippets, (snippet) => {
        const form: ChainForm = { ...BLANK_CHAIN, source: "snippet", snippet, seed: "1" };
        const { result, problems, waits, unfollowed } = workChain(form, null, silent);
        const isTold = waits || Object.keys(problems).length > 0 || unfollowed.length > 0;
        expect(result !== null || isTold).toBe(true);
      }),
      SEED,
    );
  });

  it("in a link: it is read, and goes on unchanged", () => {
    const links = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.webQueryParameters(),
      fc.constantFrom(
        "chain=layers&layers=",
        `chain=layers&layers=${"ReLU,".repeat(5000)}`,
        "op=__proto__",
        "0.w=1",
      ),
    );
    fc.assert(
      fc.property(links, (link) => {
        const form = readLink(link, OPS);
        expect(readLink(writeLink(form), OPS)).toEqual(form);
        const page = readChainLink(link);
        expect(page.form.layers.length).toBeLessThanOrEqual(600);
        expect(readChainLink(writeChainLink(page))).toEqual(page);
      }),
      SEED,
    );
  });

  it("in a text too long for a link: it is kept unchanged", () => {
    const long = fc
      .tuple(fc.string({ unit: "grapheme" }), fc.constantFrom("1 2\n", "a&b=c+d%20#", "−½ "))
      .map(([text, filler]) => `${text}${filler.repeat(4000)}${text}`);
    fc.assert(
      fc.property(long, long, (x, w) => {
        const form = { ...BLANK, texts: { x, w } };
        expect(readLink(writeLink(form), OPS)).toEqual(form);
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  it("in a file of any bytes under any name", () => {
    const names = fc.constantFrom("a.json", "a.npy", "a.csv", "a.txt", "a.xlsx", "");
    const parts = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc
        .record({
          op: fc.constantFrom("network", "conv2d", 7),
          layers: fc.jsonValue(),
          inputs: fc.jsonValue(),
          loss: fc.jsonValue(),
        })
        .map((json) => new TextEncoder().encode(JSON.stringify(json))),
      fc
        .uint8Array({ maxLength: 60 })
        .map((rest) => Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, ...rest])),
    );
    fc.assert(
      fc.property(names, parts, (name, bytes) => {
        const opened = openFile(name, bytes);
        if (opened.kind === "problem") expect(opened.message).not.toBe("");
      }),
      SEED,
    );
  });
});

describe("limits are kept by a sentence, not by a wait", () => {
  it.each([
    [
      "a snippet that is too long",
      { source: "snippet" as const, snippet: "x = 1\n".repeat(20_000) },
    ],
    ["an input too large to draw", { x: "64×3×512×512", seed: "1" }],
    [
      "more products than may be",
      {
        x: "16×64×64",
        seed: "1",
        layers: [
          {
            kind: "Conv2d" as const,
            options: { out: "4096", kernel: "63", padding: "31" },
            weights: {},
          },
        ],
      },
    ],
  ])("%s", (_, change) => {
    const { result, problems, unfollowed } = workChain({ ...BLANK_CHAIN, ...change }, null, silent);
    expect(result).toBeNull();
    expect(Object.values(problems).length + unfollowed.length).toBeGreaterThan(0);
  });

  it("six hundred layers are worked out", () => {
    const layers = Array.from({ length: 600 }, () => ({
      kind: "ReLU" as const,
      options: {},
      weights: {},
    }));
    const { result } = workChain({ ...BLANK_CHAIN, x: "1 2\n3 4", layers }, null, silent);
    expect(result?.values.length).toBe(1201);
  });
});
