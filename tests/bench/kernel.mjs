import { bundled, written } from "./bundle.mjs";

/** What is timed: all that `lib/tensor` offers, and what asks for products of matrices whatever the size. */
export function bundleKernel() {
  return bundled(
    "kernel",
    `
      export * from "@/lib/tensor";
      export { multiplyForward } from "@/lib/tensor/conv/gemm/conv-products";
      export { planOf } from "@/lib/tensor/conv/plan-conv";
    `,
  );
}

/** The file of the passes alone, convolution and pooling with their gradients, as a page would load them. */
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

export function minified(name, contents) {
  return written(name, contents, { minify: true, platform: "browser" });
}
