import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { goals, rowOf } from "./goals.mjs";
import { minifiedConvolution, minifiedPasses, minifiedTensor } from "./kernel.mjs";

const goal = goals.find(({ id }) => id === "size");

/**
 * What a page loads for convolution and its gradients, which is what the bound was set for; named beside it, what it
 * loads with transposed convolution and pooling, and for all of `lib/tensor`.
 */
export async function sizeRow() {
  const files = [await minifiedConvolution(), await minifiedPasses(), await minifiedTensor()];
  const [convolution, passes, whole] = files.map(gzippedKilobytes);
  const title = `with transposed and pooling ${passes.toFixed(1)}, all of lib/tensor ${whole.toFixed(1)}`;
  return rowOf(goal, { title }, { median: convolution, least: convolution, most: convolution });
}

function gzippedKilobytes(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length / 1000;
}
