import { type Say, answerWork } from "../../components/answer-work";
import { editForm, openFile, saveForm } from "./files";
import { runOf } from "./run";
import type { Reply, Request } from "./types";
import { work } from "./work";

answerWork(answered);

function answered(request: Request, say: Say): Reply {
  switch (request.kind) {
    case "work":
      return { kind: "work", worked: work(request.form, say) };
    case "open":
      return { kind: "open", form: openFile(request.text) };
    case "save":
      return { kind: "save", json: saveForm(request.form) };
    case "edit":
      return { kind: "edit", code: editForm(request.form, request.edit) };
    case "run":
      return { kind: "run", run: runOf(request.form, say) };
  }
}
