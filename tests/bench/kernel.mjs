import { readFile, writeFile } from "node:fs/promises";
import { loadBindings, minify } from "next/dist/build/swc/index.js";
import { written } from "./bundle.mjs";

/** What is timed: all that `lib/tensor` offers, and what asks for products of matrices whatever the size. */
const TIMED = `
  export * from "@/lib/tensor";
  export { multiplyForward } from "@/lib/tensor/conv/gemm/conv-products";
  export { planOf } from "@/lib/tensor/conv/plan-conv";
`;

/** The kernel that the contender `ours` imports, as it is written. */
export function bundleKernel() {
  return written("kernel", TIMED, { platform: "node" });
}

/** The same as a page has it. */
export function bundleShippedKernel() {
  return minified("kernel", TIMED);
}

/** The file of convolution and its gradients alone, with every way to compute them, as a page would load it. */
export function minifiedConvolution() {
  return minified(
    "convolution.min",
    `
      export { conv2d, conv2dBiasGradient, conv2dInputGradient, conv2dWeightGradient } from "@/lib/tensor";
    `,
  );
}

/** The same with transposed convolution and pooling. */
export function minifiedPasses() {
  return minified(
    "passes.min",
    `
      export { conv2d, conv2dBiasGradient, conv2dInputGradient, conv2dWeightGradient } from "@/lib/tensor";
      export {
        convTranspose2d,
        convTranspose2dBiasGradient,
        convTranspose2dInputGradient,
        convTranspose2dWeightGradient,
      } from "@/lib/tensor";
      export { avgPool2d, avgPool2dGradient, maxPool2d, maxPool2dGradient } from "@/lib/tensor";
    `,
  );
}

/** The file of all of `lib/tensor`, likewise. */
export function minifiedTensor() {
  return minified("tensor.min", `export * from "@/lib/tensor";`);
}

/** By the minifier of the site's build: how it rewrites loops tells on their speed. */
export async function minified(name, contents) {
  const file = await written(name, contents, { platform: "browser" });
  await loadBindings();
  const options = { compress: true, mangle: true, module: true };
  const { code } = await minify(await readFile(file, "utf8"), options);
  await writeFile(file, code);
  return file;
}
