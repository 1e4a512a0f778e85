import Papa from "papaparse";
import { DECK } from "@/content/deck";
import { cardInWords } from "../written-card";

export const dynamic = "force-static";

/** All cards as a table, for a spreadsheet. */
export function GET() {
  const csv = Papa.unparse(DECK.map(cardInWords), { newline: "\r\n" });
  return new Response(`\uFEFF${csv}\r\n`, { headers: { "Content-Type": "text/csv" } });
}
