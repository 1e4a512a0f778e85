import { oneOf, count, keyed, parseWith, readOperand } from "@/lib/question/schema";
import { KernelError } from "@/lib/tensor";
import * as z from "zod";
import { parseNetworkQuestion } from "../schema";
import type { ChainLoss, ChainQuestion } from "./question";

const lossSchema = keyed({
  name: oneOf(["cross_entropy", "mse_loss"]),
  target: z.unknown(),
  reduction: oneOf(["mean", "sum"]).exactOptional(),
});

const ownSchema = z.looseObject({
  loss: z.unknown().exactOptional(),
  seed: count().exactOptional(),
  backward: count().exactOptional(),
});

/** The most times that backward() is followed. */
const MOST_BACKWARD = 100;

/**
 * A chain from JSON: a network's question with a loss, a seed, and how often backward() is called.
 *
 * @throws KernelError that says what was read and what would fit
 * @example parseChain({ op: "network", layers: [{ name: "ReLU" }], inputs: { x: [[1, -2]] }, loss: { name: "mse_loss", target: [[0, 0]] } }).loss?.reduction // "mean"
 */
export function parseChain(json: unknown): ChainQuestion {
  const { loss, seed, backward = 1, ...rest } = parseWith(ownSchema, json, "The chain");
  if (backward < 1 || backward > MOST_BACKWARD) {
    throw new KernelError(
      "ERR_NUMBER",
      `backward is ${backward}; it can be a whole number from 1 to ${MOST_BACKWARD}.`,
    );
  }
  return {
    ...parseNetworkQuestion(rest),
    ...(loss === undefined || loss === null ? {} : { loss: lossFrom(loss) }),
    ...(seed === undefined ? {} : { seed }),
    backward,
  };
}

function lossFrom(json: unknown): ChainLoss {
  const { name, target, reduction = "mean" } = parseWith(lossSchema, json, "The loss");
  const operand = readOperand(target, "loss.target");
  if (operand.data) return { name, target: operand, reduction };
  throw new KernelError("ERR_INPUT", "loss.target is a shape without values; a loss needs them.");
}
