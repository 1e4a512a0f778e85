import { openFile, saveForm } from "./files";
import type { Reply, Request } from "./types";
import { saveChain } from "../chain/engine/files";
import { latexOfChain } from "../chain/engine/latex";
import { workChain } from "../chain/engine/work-chain";
import { proveChain, proveForm } from "./prove";
import { work } from "./work";

/** Results are copied: the worker keeps what it has read. */
const NOTHING_MOVED = { transfer: [] };

interface Post {
  readonly id: number;
  readonly request: Request;
}

addEventListener("message", ({ data: { id, request } }: MessageEvent<Post>) => {
  const say = (words: string) =>
    postMessage({ id, reply: { kind: "stage", words } }, NOTHING_MOVED);
  postMessage({ id, reply: answered(request, say) }, NOTHING_MOVED);
});

function answered(request: Request, say: (words: string) => void): Reply {
  try {
    switch (request.kind) {
      case "work":
        return { kind: "work", worked: work(request.form, request.held, request.marks, say) };
      case "chain":
        return { kind: "chain", worked: workChain(request.form, request.checked, say) };
      case "prove":
        return { kind: "proof", proof: proveForm(request.form, request.held, request.ask) };
      case "prove-chain":
        return { kind: "proof", proof: proveChain(request.form) };
      case "latex-chain":
        return { kind: "text", text: latexOfChain(request.form) };
      case "save-chain":
        return { kind: "save", json: saveChain(request.form, request.own) };
      case "open":
        return { kind: "open", opened: openFile(request.name, request.bytes) };
      case "save":
        return { kind: "save", json: saveForm(request.form, request.held, request.whole) };
    }
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}
