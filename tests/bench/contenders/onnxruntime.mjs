import * as ort from "onnxruntime-web/wasm";
import { convModel } from "./onnx-model.mjs";

export const name = "onnxruntime-web";
ort.env.wasm.numThreads = 1;

/** onnxruntime-web runs forward only. */
export async function passes(work) {
  if (work.op !== "conv2d") return {};
  const session = await ort.InferenceSession.create(convModel(work), {
    executionProviders: ["wasm"],
  });
  const x = new ort.Tensor("float32", Float32Array.from(work.x.data), work.x.shape);
  const forward = () => session.run({ x });
  const read = async () => (await forward()).y.data;
  return { forward: Object.assign(forward, { isPromising: true, read }) };
}

/** What runs, in words. The package has no other binary than the one with SIMD. */
export function description() {
  return `${name} ${ort.env.versions.web}: wasm with SIMD, ${ort.env.wasm.numThreads} thread`;
}
