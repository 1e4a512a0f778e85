import type { Lab } from "./lab";
import { receptiveFieldLab } from "./labs/receptive-field";

/** Every lab, in the order of the cards that first speak of it. */
export const LABS: readonly Lab[] = [receptiveFieldLab];

/** A lab by its id; undefined where there is none. @example labNamed("power-law")?.title */
export function labNamed(id: string): Lab | undefined {
  return LABS.find((lab) => lab.id === id);
}
