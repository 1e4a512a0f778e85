import { KernelError } from "@/lib/tensor";
import type { NetworkReport } from "../report";
import type { Stage } from "../stages";
import { notRun } from "./stage-pass";

/** A layer where it stands in a network that runs. */
export interface Place {
  readonly id: string;
  readonly stage: Stage;
  /** The places whose outputs arrive; −1 is the input. */
  readonly sources: readonly number[];
  /** The place whose weights it uses: its own, unless it shares an earlier one's. */
  readonly owner: number;
}

/**
 * The layers of a network in their places, if it can be run.
 *
 * @throws KernelError ERR_INPUT that says why it cannot: no layers, one that does not fit, one that is only counted
 */
export function placesOf({ examined }: NetworkReport): Place[] {
  const places = examined.map(({ id, layer, stage, sources, fault }, index) => {
    if (fault || !stage) {
      throw new KernelError(
        "ERR_INPUT",
        `${fault?.message ?? `Layer ${index + 1} (${layer.name}): what arrives is not known.`} A network runs once all its layers fit.`,
      );
    }
    const [kind] = notRun(stage);
    if (kind !== undefined) {
      throw new KernelError(
        "ERR_INPUT",
        `Layer ${index + 1} (${id}): layers of ${kind} are counted here, not run.`,
      );
    }
    const owner = examined.findIndex((one) => one.id === layer.shares);
    return { id, stage, sources, owner: owner < 0 ? index : owner };
  });
  if (places.length > 0) return places;
  throw new KernelError("ERR_INPUT", "The list of layers is empty; a network needs at least one.");
}

/** The places at which the network ends: no layer reads them. */
export function endsOf(places: readonly Place[]): readonly number[] {
  const read = new Set(places.flatMap(({ sources }) => sources));
  return places.flatMap((_, index) => (read.has(index) ? [] : [index]));
}
