import { valuesIn } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { learnedValues } from "./learned";
import type { Place } from "./place";

/** The most values that a run holds at once: 5·2²⁶ float64 values are 2.5 GiB, enough for VGG-16. */
const MOST_HELD = 5 * 2 ** 26;

/** The most products of a run, some minutes of work: a forward pass of VGG-16 takes 1.5·10¹⁰, and three times that both ways. */
const MOST_PRODUCTS = 2 ** 38;

/** What a run takes. */
interface Demand {
  /** Values held at once, at most. */
  readonly held: number;
  /** Multiply–adds of the forward pass, and twice as many of the backward pass. */
  readonly products: number;
}

/**
 * What a run takes. It holds every weight, every output with what its layer remembers of it or the gradient that comes
 * back to it, and the gradients of the weights of one layer, the largest.
 *
 * @throws KernelError ERR_MEMORY beyond `MOST_HELD` values or `MOST_PRODUCTS` products
 */
export function demandOf(places: readonly Place[]): Demand {
  const learned = places.map(({ stage, owner }, index) =>
    owner === index ? learnedValues(stage) : 0,
  );
  const outputs = places.map(({ stage }) => valuesIn(stage.row.shape));
  const held = sumOf(learned) + Math.max(...learned) + 2 * sumOf(outputs);
  const products = 3 * sumOf(places.map(({ stage }) => stage.row.macs));
  check("hold", held, MOST_HELD, "numbers at once");
  check("take", products, MOST_PRODUCTS, "products");
  return { held, products };
}

function check(verb: string, count: number, most: number, what: string): void {
  if (count <= most) return;
  throw new KernelError(
    "ERR_MEMORY",
    `One pass forward and back would ${verb} ${count} ${what}, more than the ${most} that a run may; a smaller input or batch would take less.`,
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
