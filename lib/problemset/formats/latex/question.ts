import { toText } from "@/lib/tex";
import type { Paragraph } from "@/lib/exercises";
import type { Item, WorkedStep } from "../../document/document";
import { alsoText, pointsText, typeset } from "../facts";
import type { FormatOptions } from "../format";
import { workingRoom } from "../working-room";
import { type StemPart, keyPlanes, stemParts } from "../stem";
import { answerSource } from "./answers";
import { planesSource } from "./planes";
import { hasAnswers } from "./preamble";
import { texProse, texTallFormula, texText } from "./text";

/** A question with the place for its answer and, as the forms ask, its answer and its working behind their switches. */
export function questionSource(item: Item, room: number, options: FormatOptions): string {
  const { number, title } = item;
  return [
    `\\begin{question}{${number}}{${texText(title)}}{${texText(pointsText(item))}}`,
    ...stemParts(item).map((part) => partSource(part, room)),
    ...answersSource(item, room, options),
    "\\end{question}\n",
  ].join("\n");
}

/** Two lines go abreast from so many on, where each has at most so many characters. */
const MANY_LINES = 6;
const SHORT_LINE = 34;

function partSource(part: StemPart, room: number): string {
  switch (part.kind) {
    case "figures":
      return planesSource(part.figures, room);
    case "lines":
      return linesSource(part.lines);
    case "words":
      return `${texProse(part.words)}\\par\\nobreak`;
  }
}

function linesSource(paragraphs: readonly Paragraph[]): string {
  const lines = paragraphs.flat().filter((part) => typeof part !== "string");
  const sources = lines.map(texTallFormula);
  const isShort = lines.every((line) => toText(line).length <= SHORT_LINE);
  if (!isShort || lines.length < MANY_LINES) {
    return sources.map((source) => `\\displayline{${source}}`).join("\n");
  }
  const pairs = sources.flatMap((source, index) =>
    index % 2 === 0 ? [`\\displaypair{${source}}{${sources[index + 1] ?? ""}}`] : [],
  );
  return pairs.join("\n");
}

function answersSource(item: Item, room: number, { forms, hasFeedback }: FormatOptions): string[] {
  const place = [`\\room{${workingRoom(item)}em}`, answerSource(item.field, room)];
  if (!hasAnswers(forms)) return place;
  return [
    "\\ifanswers",
    keySource(item, room),
    ...(hasFeedback ? item.feedback.map(slipSource) : []),
    "\\else",
    ...place,
    "\\fi",
    ...(forms.includes("solutions") ? ["\\ifworking", ...item.steps.map(stepSource), "\\fi"] : []),
  ];
}

function keySource(item: Item, room: number): string {
  const planes = keyPlanes(item);
  const also = alsoText(item);
  const answer = planes
    ? planesSource(planes, room)
    : item.keyLines.map((line) => `\\displayline{${texTallFormula(line)}}`).join("");
  return `\\answer{${answer}}${also === "" ? "" : `\\also{${texText(also)}}`}`;
}

function slipSource({ answerText, title }: Item["feedback"][number]): string {
  return `\\slip{${texText(title)}}{${texText(typeset(answerText))}}`;
}

function stepSource({ caption, line }: WorkedStep): string {
  return `\\step{${texText(caption)}}{${texTallFormula(line)}}`;
}
