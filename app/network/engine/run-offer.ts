import { RUN_WORDS } from "@/content/network-run";
import type { NetworkReport } from "@/lib/network";
import { demandOf, placesOf } from "@/lib/network/run";
import { BYTES_PER_VALUE } from "@/lib/tensor";
import { bytesText, countText } from "./numbers";
import { problemOf } from "./read";
import type { RunOffer } from "./types";

/** What a run of this network would take, or why it cannot be run. */
export function runOffer(report: NetworkReport): RunOffer {
  try {
    const { held, products } = demandOf(placesOf(report));
    const bytes = bytesText(BYTES_PER_VALUE.float64 * held, report.settings.conventions.units);
    return { says: RUN_WORDS.takes(countText(products), bytes), isPossible: true };
  } catch (error) {
    return { says: problemOf(error).message, isPossible: false };
  }
}
