import type { Attempt } from "./attempt";

/** What an exported file calls itself. */
export const FILE_FORMAT = "kernelwise-progress";

/** The version of the file's layout that is written now. */
export const FILE_VERSION = 1;

/** The file that a reader exports and imports: everything else is worked out from the attempts. */
export interface ProgressFile {
  readonly format: typeof FILE_FORMAT;
  readonly version: typeof FILE_VERSION;
  /** As in "2026-11-23T08:15:00.000Z". */
  readonly exportedAt: string;
  readonly attempts: readonly Attempt[];
}

/**
 * The text of the exported file.
 *
 * @param now milliseconds since 1970 (UTC)
 * @example writeFile([], 0).includes("kernelwise-progress") // true
 */
export function writeFile(attempts: readonly Attempt[], now: number): string {
  const file: ProgressFile = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    exportedAt: new Date(now).toISOString(),
    attempts,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
