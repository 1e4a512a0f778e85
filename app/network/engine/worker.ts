import { editForm, openFile, saveForm } from "./files";
import type { Reply, Request } from "./types";
import { work } from "./work";

/** Results are copied. */
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
        return { kind: "work", worked: work(request.form, say) };
      case "open":
        return { kind: "open", form: openFile(request.text) };
      case "save":
        return { kind: "save", json: saveForm(request.form) };
      case "edit":
        return { kind: "edit", code: editForm(request.form, request.edit) };
    }
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}
