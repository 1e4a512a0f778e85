import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { networkReport } from "@/lib/network";
import { chainValues, withDrawnValues } from "@/lib/network/chain";
import { parseChain } from "@/lib/network/chain/schema";
import { forwardThrough } from "@/lib/network/run/forward";
import { placesOf } from "@/lib/network/run/place";
import { parseLayers } from "@/lib/network/schema";
import { type Tensor, tensor } from "@/lib/tensor";
import { type Trial, apart, gradientsOf } from "./trial";

const tensorSchema = z
  .object({ shape: z.array(z.number()), data: z.array(z.number()) })
  .transform(({ shape, data }): Tensor => tensor(shape, data));
const caseSchema = z.object({
  id: z.string(),
  layers: z.unknown(),
  inputs: z.record(z.string(), tensorSchema),
  dy: tensorSchema,
  y: tensorSchema,
  grads: z.record(z.string(), tensorSchema),
});
const file = new URL("../../../fixtures/run-cases.json", import.meta.url);
const cases = z.array(caseSchema).parse(JSON.parse(readFileSync(file, "utf8")));

/** The places of a network, with its weights by "conv1.w" put in them. */
function trialOf(layers: unknown, inputs: Readonly<Record<string, Tensor>>): Trial {
  const x = inputs["x"] ?? tensor([0], []);
  const places = placesOf(networkReport(parseLayers(layers), x.shape));
  const weights = places.map(({ id }) =>
    Object.fromEntries(
      Object.entries(inputs).flatMap(([key, weight]) =>
        key.startsWith(`${id}.`) ? [[key.slice(id.length + 1), weight]] : [],
      ),
    ),
  );
  return { places, x, weights };
}

describe("what leaves a network, and every gradient, is PyTorch's", () => {
  it.each(cases.map((one) => [one.id, one] as const))(
    "%s",
    (_, { layers, inputs, dy, y, grads }) => {
      const trial = trialOf(layers, inputs);
      const last = trial.places.length - 1;
      expect(apart(forwardThrough(trial.places, trial.weights, trial.x).at(-1)?.y, y)).toBeLessThan(
        1e-12,
      );
      const found = gradientsOf(trial, () => new Map([[last, dy]]));
      expect(apart(found.get("x"), grads["x"] ?? y)).toBeLessThan(1e-12);
      for (const [index, { id }] of trial.places.entries()) {
        for (const name of Object.keys(trial.weights[index] ?? {})) {
          const wanted = grads[`${id}.${name}`];
          expect(wanted && apart(found.get(`${index}.${name}`), wanted)).toBeLessThan(1e-12);
        }
      }
    },
  );
});

it("a LeNet-5 is what the chain of homework makes of it, to every value and gradient", () => {
  const layers = [
    { name: "Conv2d", out: 6, kernel: 5 },
    { name: "ReLU" },
    { name: "MaxPool2d", kernel: 2 },
    { name: "Conv2d", out: 16, kernel: 5 },
    { name: "ReLU" },
    { name: "MaxPool2d", kernel: 2 },
    { name: "Flatten" },
    { name: "Linear", out: 120 },
    { name: "Tanh" },
    { name: "Linear", out: 10 },
  ];
  const chain = parseChain({
    op: "network",
    layers,
    inputs: { x: { shape: [2, 1, 32, 32] } },
    seed: 3,
    loss: { name: "cross_entropy", target: [3, 7] },
  });
  const values = new Map(chainValues(chain).map(({ key, tensor: value }) => [key, value]));
  const inputs = Object.fromEntries(
    Object.entries(withDrawnValues(chain).inputs).flatMap(([key, { shape, data }]) =>
      data ? [[key, { shape, data }]] : [],
    ),
  );
  const trial = trialOf(layers, inputs);
  const dy = values.get("grads.linear2.y") ?? tensor([], [0]);
  const passes = forwardThrough(trial.places, trial.weights, trial.x);
  const found = gradientsOf(trial, () => new Map([[layers.length - 1, dy]]));
  for (const [index, { id }] of trial.places.entries()) {
    expect(apart(passes[index]?.y, values.get(`${id}.y`) ?? dy)).toBeLessThan(1e-14);
    for (const name of ["y", ...Object.keys(trial.weights[index] ?? {})]) {
      const wanted = values.get(`grads.${id}.${name}`);
      expect(wanted && apart(found.get(`${index}.${name}`), wanted)).toBeLessThan(1e-14);
    }
  }
  expect(apart(found.get("x"), values.get("grads.x") ?? dy)).toBeLessThan(1e-14);
});
