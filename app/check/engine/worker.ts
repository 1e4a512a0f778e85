import { answerWork } from "../../components/answer-work";
import { openFile, saveForm } from "./files";
import type { Reply, Request } from "./types";
import { saveChain } from "../chain/engine/files";
import { latexOfChain } from "../chain/engine/latex";
import { workChain } from "../chain/engine/work-chain";
import { proveChain, proveForm } from "./prove";
import { work } from "./work";

answerWork(answered);

function answered(request: Request, say: (words: string) => void): Reply {
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
}
