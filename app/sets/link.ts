import { READY_SETS } from "@/content/ready-sets";
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { BLANK, type SetData, fileOf, readySet, setDataIn } from "./data";

/** The set as a link carries it: a ready-made one by its name, any other compressed; an empty one needs no link. */
export function writeLink(set: SetData): string {
  const json = JSON.stringify(fileOf(set));
  if (json === JSON.stringify(fileOf(BLANK))) return "";
  const ready = READY_SETS.find((one) => JSON.stringify(fileOf(one.set)) === json);
  return ready ? `ready=${ready.slug}` : `set=${base64(deflateSync(strToU8(json), { level: 9 }))}`;
}

/** The reverse; an empty set where the link holds none. */
export function readLink(link: string): SetData {
  return setIn(link) ?? BLANK;
}

/** Whether a link holds a set. */
export function holdsSet(link: string): boolean {
  return setIn(link) !== undefined;
}

function setIn(link: string): SetData | undefined {
  const query = new URLSearchParams(link);
  const [ready, packed] = [query.get("ready"), query.get("set")];
  if (ready !== null) return readySet(ready);
  return packed === null ? undefined : unpacked(packed);
}

/** No set is longer; a link that unfolds to more is none of ours. */
const MOST_BYTES = 1_000_000;

function unpacked(text: string): SetData | undefined {
  try {
    const json = strFromU8(inflateSync(bytesIn(text), { out: new Uint8Array(MOST_BYTES) }));
    return setDataIn(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** Base 64 for links (RFC 4648, section 5), without padding. */
function base64(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesIn(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
}
