import { EXERCISES, type Exercise, LEVELS, TOPICS } from "@/lib/exercises";
import type { Command } from "commander";
import { writeLine } from "./io";

/** `exercises`: every type of exercise, as a table or as JSON. */
export function addExercises(program: Command): void {
  program
    .command("exercises")
    .description("list the types of exercise")
    .option("--json", "as one line of JSON")
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const lines = json ? [JSON.stringify(EXERCISES.map(typeToJson))] : table(EXERCISES);
      await writeLine(lines.join("\n"));
    });
}

function typeToJson({ id, version, topic, title, cards = [], rule, mistakes, levels }: Exercise) {
  return { id, version, topic, title, cards, rule, levels: LEVELS, controls: levels, mistakes };
}

function table(exercises: readonly Exercise[]): string[] {
  const width = Math.max(...exercises.map(({ id }) => id.length));
  return Object.entries(TOPICS)
    .flatMap(([topic, title]) => [
      "",
      title,
      ...exercises
        .filter((one) => one.topic === topic)
        .map((one) => `  ${one.id.padEnd(width)}  ${one.title}${cardsOf(one)}`),
    ])
    .slice(1);
}

function cardsOf({ cards = [] }: Exercise): string {
  return cards.length === 0 ? "" : ` (card ${cards.join(", ")})`;
}
