import { describe, expect, it } from "vitest";
import { exportsAreDocumented } from "./docblocks";
import { parseModule, readModules } from "./modules";

const undocumented = (source: string) => exportsAreDocumented([parseModule("lib/a/a.ts", source)]);

describe("what lib exports has a docblock", () => {
  it("holds in the sources", () => expect(exportsAreDocumented(readModules("lib"))).toEqual([]));

  it.each([
    "/** Adds. */\nexport function add() {}",
    "/** Adds. */\nexport const add = () => {};",
    "/** Adds. */\nexport function add(x: 1): 1;\nexport function add(x: number) { return x; }",
    "function add() {}",
    'export { add } from "./add";',
    "export type Sum = number;",
  ])("lets %j be", (source) => expect(undocumented(source)).toEqual([]));

  it.each([
    "export function add() {}",
    "export const add = () => {};",
    "export class Add {}",
    "// Adds.\nexport function add() {}",
    "/* Adds. */\nexport function add() {}",
    "/** Adds. */\nconst one = 1;\nexport function add() {}",
  ])("catches %j", (source) => expect(undocumented(source)).toHaveLength(1));
});
