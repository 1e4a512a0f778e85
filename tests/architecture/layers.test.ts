import { describe, expect, it } from "vitest";
import {
  indexesStayLight,
  layersAreEnteredByTheirIndex,
  layersRunOneWay,
  libraryKnowsNoFramework,
  nothingImportsItself,
  onlyTheCommandLineUsesNode,
  type Law,
} from "./layers";
import { parseModule, readModules, type Module } from "./modules";

type Files = Record<string, string>;

interface Case {
  readonly title: string;
  readonly law: Law;
  readonly fine: readonly Files[];
  readonly planted: readonly Files[];
}

const CASES: readonly Case[] = [
  {
    title: "imports between layers run one way",
    law: layersRunOneWay,
    fine: [
      { "lib/tex/a.ts": 'import { size } from "@/lib/tensor";' },
      { "lib/derivation/a.ts": 'import type { Question } from "@/lib/question";' },
      { "lib/exercises/a.ts": 'import { statement } from "@/content/statements";' },
      { "content/a.ts": 'import type { RuleId } from "@/lib/derivation";' },
      { "lib/tensor/a.ts": 'import { size } from "./tensor";' },
      { "lib/cli/main.ts": 'export * from "@/lib/problemset";' },
    ],
    planted: [
      { "lib/tensor/a.ts": 'import { toTex } from "@/lib/tex";' },
      { "lib/tensor/a.ts": 'import type { Expression } from "@/lib/tex";' },
      { "lib/tensor/a.ts": 'import { toTex } from "../tex/to-tex";' },
      { "lib/tensor/a.ts": 'export { toTex } from "@/lib/tex";' },
      { "lib/tensor/a.ts": 'export * from "@/lib/tex";' },
      { "lib/tensor/a.ts": 'const tex = await import("@/lib/tex");' },
      { "lib/tex/a.ts": 'import type { Question } from "@/lib/question";' },
      { "lib/network/a.ts": 'import { explain } from "@/lib/mistakes";' },
      { "lib/progress/a.ts": 'import { size } from "@/lib/tensor";' },
      { "lib/derivation/a.ts": 'import { captions } from "@/content/captions";' },
      { "content/a.ts": 'import { RULES } from "@/lib/derivation";' },
      { "content/a.ts": 'import { type RuleId } from "@/lib/derivation";' },
      { "lib/problemset/a.ts": 'import { run } from "@/lib/cli";' },
      { "app/page.tsx": 'import { run } from "@/lib/cli";' },
    ],
  },
  {
    title: "another layer is entered by its index",
    law: layersAreEnteredByTheirIndex,
    fine: [
      { "app/a.ts": 'import { size } from "@/lib/tensor";' },
      { "content/a.ts": 'import type { SizeRule } from "@/lib/derivation/rules/sizes";' },
      { "lib/cli/a.ts": 'import { questionSchema } from "@/lib/question/schema";' },
    ],
    planted: [
      { "lib/tex/a.ts": 'import { size } from "@/lib/tensor/tensor";' },
      { "lib/tex/a.ts": 'import type { Tensor } from "@/lib/tensor/tensor";' },
    ],
  },
  {
    title: "lib knows nothing of React, Next or app",
    law: libraryKnowsNoFramework,
    fine: [{ "app/a.tsx": 'import { useState } from "react";' }],
    planted: [
      { "lib/tex/a.ts": 'import { useState } from "react";' },
      { "lib/tex/a.ts": 'import Link from "next/link";' },
      { "lib/tex/a.ts": 'import { Tex } from "@/app/tex";' },
    ],
  },
  {
    title: "only the command line uses Node",
    law: onlyTheCommandLineUsesNode,
    fine: [{ "lib/cli/a.ts": 'import { readFile } from "node:fs/promises";' }],
    planted: [
      { "lib/tensor/a.ts": 'import { readFile } from "node:fs/promises";' },
      { "app/a.ts": 'import { readFile } from "fs/promises";' },
    ],
  },
  {
    title: "no index of lib loads zod or mathjs",
    law: indexesStayLight,
    fine: [
      {
        "lib/question/index.ts": 'export type { Question } from "./schema";',
        "lib/question/schema.ts": 'import * as z from "zod";',
      },
    ],
    planted: [
      {
        "lib/tex/index.ts": 'import { read } from "@/lib/question";',
        "lib/question/index.ts": 'export { read } from "./schema";',
        "lib/question/schema.ts": 'import * as z from "zod";',
      },
      { "lib/answer/index.ts": 'import { create } from "mathjs/number";' },
    ],
  },
  {
    title: "nothing imports itself, directly or by way of others",
    law: nothingImportsItself,
    fine: [{ "lib/tex/a.ts": 'import "./b"; import "./c";', "lib/tex/b.ts": 'import "./c";' }],
    planted: [
      { "lib/tex/a.ts": 'import "./b";', "lib/tex/b.ts": 'import type { A } from "./a";' },
      {
        "lib/tex/a.ts": 'import "@/lib/tex";',
        "lib/tex/index.ts": 'export * from "./b";',
        "lib/tex/b.ts": 'export * from "./a";',
      },
    ],
  },
];

const modules = readModules("lib", "app", "content");

describe.each(CASES)("$title", ({ law, fine, planted }) => {
  it("holds in the sources", () => expect(law(modules)).toEqual([]));

  it.each(fine.map(asRow))("lets %s be", (_, files) => expect(law(parsed(files))).toEqual([]));

  it.each(planted.map(asRow))("catches %s", (_, files) => {
    expect(law(parsed(files))).not.toEqual([]);
  });
});

it("the parser finds the imports of the sources", () => {
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(modules.length);
});

function asRow(files: Files): [string, Files] {
  const lines = Object.entries(files).map(([path, source]) => `${path} with ${source}`);
  return [lines.join(" and "), files];
}

function parsed(files: Files): Module[] {
  return Object.entries(files).map(([path, source]) => parseModule(path, source));
}
