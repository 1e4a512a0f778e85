import { readFileSync, readdirSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import * as kernel from "@/lib/tensor";
import * as twin from "@/lib/tensor/twin";

interface Example {
  readonly file: string;
  readonly code: string;
  /** What the docblock says it gives; absent where it only says that it may be written. */
  readonly result?: string;
}

const FOLDER = new URL("../../../lib/tensor/", import.meta.url);
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith("index.ts"))
  .toSorted();
const examples = files.flatMap(examplesIn);

describe("every example in a docblock gives what stands beside it", () => {
  it("and there are many", () => {
    expect(examples.length).toBeGreaterThan(80);
  });

  it.each(examples)("$file: $code", async ({ file, code, result }) => {
    const names: Record<string, unknown> = { ...kernel, twin, ...(await moduleAt(file)) };
    const found = evaluate(code, names);
    if (result === undefined) return;
    const [given, stated] = [plain(found), plain(evaluate(result, names))];
    if (Array.isArray(given)) expect(given).toHaveLength(plainNumbers(stated).length);
    if (typeof stated === "object" && !Array.isArray(stated)) expect(given).toEqual(stated);
    else {
      plainNumbers(stated).forEach((value, i) => {
        expect(plainNumbers(given)[i]).toBeCloseTo(value, 12);
      });
    }
  });
});

function examplesIn(file: string): Example[] {
  const source = readFileSync(new URL(file, FOLDER), "utf8");
  return [...source.matchAll(/@example (?<line>[^/\s].*?)(?: \*\/)?\n/g)].map((match) => {
    const [code = "", result] = (match.groups?.["line"] ?? "").split(" // ");
    return { file, code, ...(result !== undefined && { result: result.replaceAll("−", "-") }) };
  });
}

async function moduleAt(file: string): Promise<Record<string, unknown>> {
  const found: unknown = await import(new URL(file, FOLDER).href);
  return found as Record<string, unknown>;
}

function evaluate(code: string, names: Record<string, unknown>): unknown {
  const make = runInThisContext(`({ ${Object.keys(names).join(", ")} }) => (${code})`) as (
    names: Record<string, unknown>,
  ) => unknown;
  return make(names);
}

/** A tensor or an array of any depth as its numbers; anything else as it is. */
function plain(value: unknown): unknown {
  if (value instanceof Float64Array) return [...value];
  if (Array.isArray(value)) return value.flat(Infinity);
  if (typeof value === "object" && value !== null && "data" in value) return plain(value.data);
  return value;
}

function plainNumbers(value: unknown): number[] {
  return [value].flat(2).filter((one) => typeof one === "number");
}
