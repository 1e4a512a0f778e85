import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { EXERCISES, LEVELS, generate } from "@/lib/exercises";

const SEEDS = ["1", "2026-11-23", "a"];

// Five levels a line. A hash that changes means that links change their problems: raise the type's version, then run vitest with -u.
it("question, ask and answer of every type, seed and level are what they were", async () => {
  const golden = Object.fromEntries(
    EXERCISES.map(({ id, version }) => [`${id}@${version}`, hashesOf(id)]),
  );
  await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot("golden.json");
});

function hashesOf(id: string): Record<string, string> {
  return Object.fromEntries(
    SEEDS.map((seed) => [
      seed,
      LEVELS.map((level) => hashOf(generate({ id, seed, level }))).join(" "),
    ]),
  );
}

function hashOf({ question, ask, answer }: ReturnType<typeof generate>): string {
  return createHash("sha256")
    .update(JSON.stringify([question, ask, answer]))
    .digest("hex")
    .slice(0, 12);
}
