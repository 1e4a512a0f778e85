import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { passesOn } from "./tfjs.mjs";

export const name = "tfjs-cpu";
await tf.setBackend("cpu");

export const passes = passesOn("cpu");

/** What runs, in words. */
export function description() {
  return `${name} ${tf.version_core}: plain JavaScript`;
}
