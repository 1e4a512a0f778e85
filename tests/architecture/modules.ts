import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync, type Program } from "oxc-parser";

/** One import, re-export or dynamic import: where it leads, and whether it is erased by the compiler. */
export interface Import {
  readonly to: string;
  readonly typeOnly: boolean;
}

/** A source file, parsed, with paths from the root of the repository ("lib/tensor/window.ts"). */
export interface Module {
  readonly path: string;
  readonly source: string;
  readonly program: Program;
  readonly imports: readonly Import[];
}

const SOURCE = /\.(ts|tsx|mjs|js)$/;

/**
 * All source files under some folders; a folder that does not exist yet has none.
 *
 * @example readModules("lib", "app")
 */
export function readModules(...folders: string[]): Module[] {
  return folders
    .flatMap(filesUnder)
    .filter((path) => SOURCE.test(path))
    .map((path) => parseModule(path, readFileSync(path, "utf8")));
}

/**
 * One module from its text. An import of a file or of "@/…" is resolved to a path without its ending.
 *
 * @example parseModule("lib/tex/a.ts", 'import "@/lib/tensor"').imports[0].to // "lib/tensor"
 */
export function parseModule(path: string, source: string): Module {
  const { program, module, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    return { to: resolve(path, text.slice(1, -1)), typeOnly: false };
  });
  return { path, source, program, imports: [...staticImports(path, program), ...dynamic] };
}

/** All files under a folder, in order, without what is installed or built there. */
export function filesUnder(folder: string): string[] {
  return readdirSync(".", { withFileTypes: true }).some((entry) => entry.name === folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
        .filter((path) => !/\/(?:node_modules|\.cache)\//.test(path))
        .toSorted()
    : [];
}

function staticImports(path: string, program: Program): Import[] {
  return program.body.flatMap((node): Import[] => {
    switch (node.type) {
      case "ImportDeclaration":
        return [{ to: resolve(path, node.source.value), typeOnly: node.importKind === "type" }];
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration":
        return node.source
          ? [{ to: resolve(path, node.source.value), typeOnly: node.exportKind === "type" }]
          : [];
      default:
        return [];
    }
  });
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return withoutEnding(specifier.slice(2));
  if (!specifier.startsWith(".")) return specifier;
  return withoutEnding(posix.join(posix.dirname(from), specifier));
}

function withoutEnding(path: string): string {
  return path.replace(/(\/index)?(\.(ts|tsx))?$/, "");
}
