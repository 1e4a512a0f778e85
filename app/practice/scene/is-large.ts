import { isTensor } from "@/lib/exercises";
import type { ProblemAddress } from "../types";
import { variantOfAddress } from "./variant-of-address";

/** With two mistakes at once to look for, more products than these can take longer than a blink. */
const MOST_PRODUCTS = 500;

/** Whether marking an answer to a problem takes so long that the page would stand still. */
export function isLarge(address: ProblemAddress): boolean {
  const { key, solution } = variantOfAddress(address);
  return typeof key === "object" && isTensor(key) && (solution?.macs ?? 0) > MOST_PRODUCTS;
}
