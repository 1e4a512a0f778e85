import type { Import, Module } from "./modules";

/** A law of the architecture: it names each import that breaks it. */
export type Law = (modules: readonly Module[]) => string[];

// From the numbers up: a layer may import those before it, and none after it.
const ORDER = [
  "lib/tensor",
  "lib/question",
  "lib/tex",
  "lib/derivation",
  "lib/network",
  "lib/lab",
  "lib/mistakes",
  "lib/answer",
  "lib/exercises",
  "lib/problemset",
];
const TOPS = new Set(["lib/cli", "app"]);
const PROSE = "content";
const READERS_OF_PROSE = new Set(["lib/exercises", "lib/problemset", "lib/cli", "app"]);
const NARROWER: Record<string, readonly string[]> = {
  "lib/tex": ["lib/tensor"],
  "lib/progress": [],
};

// What one layer may import of another beside its index: heavy parts that stay out of the index.
const FURTHER_ENTRIES = new Set([
  "lib/tensor/twin",
  "lib/question/schema",
  "lib/question/rounded",
  "lib/question/proof",
  "lib/question/code",
  "lib/network/chain",
  "lib/network/chain/schema",
  "lib/network/chain/snippet",
  "lib/answer/chain",
  "lib/network/run",
  "lib/network/schema",
  "lib/network/read",
  "lib/network/source",
  "lib/network/known",
  "lib/answer/check",
  "lib/answer/operand",
  "lib/answer/rounded",
  "lib/answer/table",
  "lib/exercises/check",
  "lib/exercises/schema",
  "lib/progress/cards",
  "lib/progress/schema",
  "lib/problemset/checks",
  "lib/problemset/formats",
  "lib/problemset/grade",
  "lib/problemset/roster",
  "lib/problemset/seeds",
  "lib/problemset/spec",
]);

const HEAVY = ["zod", "mathjs"];

const FRAMEWORK = /^(react|react-dom|react-katex|katex|next|next-themes|nuqs)(\/|$)/;
const NODE = /^(node:|(fs|path|os|crypto|child_process|worker_threads|http|url|util)(\/|$))/;
const MAY_USE_NODE = ["lib/cli/"];

/** Imports between layers run one way: tensor ← question, tex ← derivation ← … ← app and cli. */
export const layersRunOneWay: Law = broken((module, { to, typeOnly }) => {
  const [from, target] = [layerOf(module.path), layerOf(to)];
  if (target === undefined || target === from) return undefined;
  if (from === PROSE) return typeOnly ? undefined : "content imports types only";
  return mayImport(from, target) ? undefined : `${from} may not import ${target}`;
});

/**
 * Another layer is entered by its index, which is its public face. The prose may name an inner type,
 * so that the captions of one kind of rule are checked against the rules of that kind.
 */
export const layersAreEnteredByTheirIndex: Law = broken((module, { to, typeOnly }) => {
  const target = layerOf(to);
  if (typeOnly && layerOf(module.path) === PROSE) return undefined;
  if (!target?.startsWith("lib/") || target === layerOf(module.path)) return undefined;
  if (to === target || FURTHER_ENTRIES.has(to)) return undefined;
  return `import from "@/${target}" instead`;
});

/** The library knows nothing of React, Next or the application. */
export const libraryKnowsNoFramework: Law = broken((module, { to }) => {
  const isForeign = FRAMEWORK.test(to) || layerOf(to) === "app";
  return module.path.startsWith("lib/") && isForeign ? "lib is free of the framework" : undefined;
});

/** Only the command line and the tests use Node: everything else runs in a browser too. */
export const onlyTheCommandLineUsesNode: Law = broken((module, { to }) => {
  const isFree = MAY_USE_NODE.some((folder) => module.path.startsWith(folder));
  return NODE.test(to) && !isFree ? "this must run in a browser" : undefined;
});

/** zod and mathjs stay at the edge: what a page imports by a layer's index never loads them. */
export const indexesStayLight: Law = (modules) => {
  const indexes = modules
    .map(({ path }) => path)
    .filter((path) => /^lib\/\w+\/index\.ts$/.test(path) && path !== "lib/cli/index.ts");
  return indexes.flatMap((path) =>
    HEAVY.filter((name) => reaches(path, name, modules)).map((name) => `${path} → ${name}`),
  );
};

/** No file imports itself by way of others, not even for a type. */
export const nothingImportsItself: Law = (modules) => {
  const byName = namesOf(modules);
  const finished = new Set<Module>();
  const cycles: string[] = [];
  const visit = (module: Module, trail: readonly Module[]): void => {
    if (trail.includes(module)) {
      const cycle = [...trail.slice(trail.indexOf(module)), module];
      cycles.push(cycle.map(({ path }) => path).join(" → "));
    } else if (!finished.has(module)) {
      for (const next of targets(module.imports, byName)) visit(next, [...trail, module]);
      finished.add(module);
    }
  };
  for (const start of modules) visit(start, []);
  return cycles;
};

function broken(complaint: (module: Module, to: Import) => string | undefined): Law {
  return (modules) =>
    modules.flatMap((module) =>
      module.imports.flatMap((one) => {
        const why = complaint(module, one);
        return why === undefined ? [] : [`${module.path} → ${one.to}: ${why}`];
      }),
    );
}

function mayImport(from: string | undefined, target: string): boolean {
  if (from === undefined) return false;
  if (target === PROSE) return READERS_OF_PROSE.has(from);
  if (TOPS.has(target)) return false;
  if (TOPS.has(from)) return true;
  const allowed = NARROWER[from] ?? ORDER.slice(0, Math.max(0, ORDER.indexOf(from)));
  return allowed.includes(target);
}

/** "lib/tensor/window.ts" is of "lib/tensor"; what is not ours is of no layer. */
function layerOf(path: string): string | undefined {
  return /^(lib\/[\w-]+|app|content)(?=\/|$)/.exec(path)?.[1];
}

function reaches(path: string, name: string, modules: readonly Module[]): boolean {
  const byName = namesOf(modules);
  const seen = new Set<Module>();
  const visit = (module: Module): boolean => {
    if (seen.has(module)) return false;
    seen.add(module);
    const loaded = module.imports.filter(({ typeOnly }) => !typeOnly);
    if (loaded.some(({ to }) => to === name || to.startsWith(`${name}/`))) return true;
    return targets(loaded, byName).some(visit);
  };
  return modules.filter((module) => module.path === path).some(visit);
}

function namesOf(modules: readonly Module[]): Map<string, Module> {
  return new Map(
    modules.map((module) => [module.path.replace(/(\/index)?\.(ts|tsx)$/, ""), module]),
  );
}

function targets(imports: readonly Import[], byName: ReadonlyMap<string, Module>): Module[] {
  return imports.flatMap(({ to }) => byName.get(to) ?? []);
}
