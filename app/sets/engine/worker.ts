import { TYPESETTER_WORDS } from "@/content/sets";
import { keyFileText, newSecret, readKeyFile } from "@/lib/problemset/seeds";
import { type Say, answerWork } from "../../components/answer-work";
import { checkedOf } from "./check";
import { browserFormats } from "./formats";
import { zipOf } from "./make";
import { tensorText } from "./hand";
import { outlineOf } from "./outline";
import { openSet, saveSet } from "./read";
import { rosterSays } from "./roster";
import type { Reply, Request } from "./types";
import type { HeardBytes } from "./typst-files";

answerWork(answered);

async function answered(request: Request, say: Say): Promise<Reply> {
  switch (request.kind) {
    case "look":
      return { kind: "look", outline: outlineOf(request.set, request.looked, request.draw) };
    case "check": {
      const heard = (done: number, total: number) => say("Checking every key", done, total);
      const { whole, first } = request;
      return { kind: "check", checked: checkedOf(whole, first, heard) };
    }
    case "roster":
      return { kind: "roster", says: rosterSays(request.bytes) };
    case "tensor":
      return { kind: "text", text: tensorText(request.name, request.bytes) };
    case "open":
      return { kind: "open", set: openSet(request.text) };
    case "save":
      return { kind: "text", text: saveSet(request.set, request.form) };
    case "key":
      return { kind: "text", text: keyText(request.text) };
    case "make":
      return { kind: "zip", zip: await zipOf(request, browserFormats(loading(say)), say) };
  }
}

/** Says how much of the typesetter is loaded, each megabyte once. */
function loading(say: Say): HeardBytes {
  let said = "";
  return (loaded, total) => {
    const words = TYPESETTER_WORDS.loading(loaded, total);
    if (words !== said) say(words, total > 0 ? loaded / total : 0);
    said = words;
  };
}

/** A key file as it was read, or a new one. */
function keyText(text: string | null): string {
  return keyFileText(text === null ? newSecret() : readKeyFile(text));
}
