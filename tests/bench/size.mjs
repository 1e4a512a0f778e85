import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { goals, rowOf } from "./goals.mjs";
import { minifiedPasses, minifiedTensor } from "./kernel.mjs";

const goal = goals.find(({ id }) => id === "size");

/** What a page loads for the passes, and, named beside it, for all of `lib/tensor`. */
export async function sizeRow() {
  const [passes, whole] = [await minifiedPasses(), await minifiedTensor()].map(gzippedKilobytes);
  const title = `the passes (all of lib/tensor: ${whole.toFixed(1)})`;
  return rowOf(goal, { title }, { median: passes, least: passes, most: passes });
}

function gzippedKilobytes(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length / 1000;
}
