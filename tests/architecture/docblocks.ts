import type { Law } from "./layers";
import type { Module } from "./modules";

type Statement = Module["program"]["body"][number];

/** Every function, constant and class that a file of lib exports has a docblock right before it. */
export const exportsAreDocumented: Law = (modules) =>
  modules
    .filter(({ path }) => path.startsWith("lib/"))
    .flatMap((module) => {
      const undocumented = exportsOf(module).filter(({ start }) => !hasDocblock(module, start));
      return [...new Set(undocumented.map(({ name }) => `${module.path}: ${name}`))];
    });

interface Exported {
  readonly name: string;
  readonly start: number;
}

/** The exports that are declared where they are exported; of overloads, the first. */
function exportsOf({ program }: Module): Exported[] {
  const byName = new Map<string, Exported>();
  for (const node of program.body) {
    for (const name of exportedNames(node)) {
      if (!byName.has(name)) byName.set(name, { name, start: node.start });
    }
  }
  return [...byName.values()];
}

function exportedNames(node: Statement): string[] {
  if (node.type !== "ExportNamedDeclaration") return [];
  switch (node.declaration?.type) {
    case "FunctionDeclaration":
    case "TSDeclareFunction":
    case "ClassDeclaration":
      return [node.declaration.id?.name ?? "default"];
    case "VariableDeclaration":
      return node.declaration.declarations.map(({ id }) =>
        id.type === "Identifier" ? id.name : "a pattern",
      );
    default:
      return [];
  }
}

function hasDocblock({ source }: Module, start: number): boolean {
  const before = source.slice(0, start).trimEnd();
  return before.endsWith("*/") && before.startsWith("/**", before.lastIndexOf("/*"));
}
