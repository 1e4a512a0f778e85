import type { Attempt } from "./attempt";
import type { LogEntry } from "./cards/review";
import type { CardSettings } from "./cards/study";

/** What an exported file calls itself. */
export const FILE_FORMAT = "kernelwise-progress";

/** The version of the file's layout that is written now. Version 1 had attempts alone. */
export const FILE_VERSION = 2;

/** What a file takes from one browser to another: everything else is worked out from it. */
export interface Portable {
  readonly attempts: readonly Attempt[];
  /** The log of the cards. */
  readonly reviews: readonly LogEntry[];
  readonly settings: CardSettings;
}

/** The file that a reader exports and imports. */
export interface ProgressFile extends Portable {
  readonly format: typeof FILE_FORMAT;
  readonly version: typeof FILE_VERSION;
  /** As in "2026-11-23T08:15:00.000Z". */
  readonly exportedAt: string;
}

/**
 * The text of the exported file.
 *
 * @param now milliseconds since 1970 (UTC)
 * @example writeFile({ attempts: [], reviews: [], settings }, 0).includes("kernelwise-progress") // true
 */
export function writeFile({ attempts, reviews, settings }: Portable, now: number): string {
  const file: ProgressFile = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    exportedAt: new Date(now).toISOString(),
    attempts,
    reviews,
    settings,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
