import type { SpotQuestion } from "@/lib/exercises";
import { equation, number, sum, symbol, toSpeech } from "@/lib/tex";
import { lineToHtml } from "../../prose/tex";
import type { WrittenLine } from "../types";

/** Somebody's working, line by line: the cell, its products, and what they made of them. */
export function spotLines({ lines }: SpotQuestion): WrittenLine[] {
  return lines.map(({ at, products, value }) => {
    const result = number(value, "output");
    const line =
      products.length > 1
        ? equation(symbol("Y", at, "output"), sum(...products), result)
        : equation(symbol("Y", at, "output"), result);
    return { key: at.join(), html: lineToHtml(line), spoken: toSpeech(line) };
  });
}
