import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { parentPort } from "node:worker_threads";

/** Results that were not used in so many compilations are forgotten; after a long source all are, to bound the memory. */
const KEPT_FOR = 4;
const LONG = 100_000;

const compiler = NodeCompiler.create();
parentPort?.on("message", (task) => parentPort?.postMessage(answered(task), []));
parentPort?.postMessage("ready", []);

/** A file, or the values of a label; or why there are none. */
function answered({ source, label }) {
  try {
    return { result: label === undefined ? pdfOf(source) : valuesOf(source, label) };
  } catch (error) {
    // The compiler tells its reasons as the error's code.
    return { message: String(error.message || error.code || error) };
  } finally {
    compiler.evictCache(source.length > LONG ? 0 : KEPT_FOR);
  }
}

function pdfOf(mainFileContent) {
  return compiler.pdf({ mainFileContent }, { pdfStandard: "ua-1", creationTimestamp: 0 });
}

function valuesOf(mainFileContent, label) {
  const found = compiler.query({ mainFileContent }, { selector: `<${label}>`, field: "value" });
  return Array.isArray(found) ? found : [];
}
