import * as tf from "@tensorflow/tfjs-core";
import { getThreadsCount, setThreadsCount, version_wasm } from "@tensorflow/tfjs-backend-wasm";
import { passesOn } from "./tfjs.mjs";

export const name = "tfjs-wasm";
setThreadsCount(1);
tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
await tf.setBackend("wasm");

/** Its convolutions keep the weights prepared from the first call on, as long as the tensor of weights lives. */
export const passes = passesOn("wasm");

/** What runs, in words. */
export function description() {
  const simd = tf.env().get("WASM_HAS_SIMD_SUPPORT") ? "with" : "WITHOUT";
  return `${name} ${version_wasm}: wasm ${simd} SIMD, ${getThreadsCount()} thread`;
}
