import initialise from "sql.js";
import { DECK } from "@/content/deck";
import { ankiPackage, sqlJsMaker } from "@/lib/problemset/formats";
import { cardAsNote } from "../written-card";

export const dynamic = "force-static";

/** Goes up whenever the words of a card change, so that Anki takes them over. */
const REVISION = 1;

/** The whole deck for Anki; importing it again updates the notes. */
export async function GET() {
  const deck = { name: "Kernelwise", revision: REVISION, notes: DECK.map(cardAsNote) };
  const bytes = await ankiPackage(
    deck,
    sqlJsMaker(() => initialise()),
  );
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": "application/octet-stream" },
  });
}
