import type { TypstCompiler } from "@/lib/problemset/formats";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Results that were not used in so many compilations are forgotten; after a long source all are, to bound the memory. */
const KEPT_FOR = 4;
const LONG = 100_000;

/** Typst's own compiler for Node, 50 MB that are loaded when something is first compiled. */
export function typstCompiler(): TypstCompiler {
  let loading: Promise<NodeCompiler> | undefined;
  const loaded = () => (loading ??= load());
  const forgetting = async <T>(source: string, run: (compiler: NodeCompiler) => T): Promise<T> => {
    const compiler = await loaded();
    const result = run(compiler);
    compiler.evictCache(source.length > LONG ? 0 : KEPT_FOR);
    return result;
  };
  return {
    pdf: (source) => forgetting(source, (compiler) => pdfOf(compiler, source)),
    query: (source, label) => forgetting(source, (compiler) => valuesOf(compiler, source, label)),
  };
}

async function load(): Promise<NodeCompiler> {
  const typst = await import("@myriaddreamin/typst-ts-node-compiler");
  return withoutFonts(() => typst.NodeCompiler.create());
}

/**
 * Hides the machine's fonts, which would go before those that the compiler brings along: the same source gives the same
 * bytes on every machine. Where fonts are found by fontconfig, it is given a folder that has none.
 */
function withoutFonts<T>(run: () => T): T {
  const { FONTCONFIG_FILE: usual } = process.env;
  const folder = mkdtempSync(join(tmpdir(), "kernelwise-fonts-"));
  const list = join(folder, "fonts.conf");
  writeFileSync(list, `<fontconfig><dir>${folder}</dir></fontconfig>`);
  process.env.FONTCONFIG_FILE = list;
  try {
    return run();
  } finally {
    if (usual === undefined) delete process.env.FONTCONFIG_FILE;
    else process.env.FONTCONFIG_FILE = usual;
    rmSync(folder, { recursive: true });
  }
}

function pdfOf(compiler: NodeCompiler, mainFileContent: string): Uint8Array {
  return compiler.pdf({ mainFileContent }, { pdfStandard: "ua-1", creationTimestamp: 0 });
}

function valuesOf(
  compiler: NodeCompiler,
  mainFileContent: string,
  label: string,
): readonly unknown[] {
  const selected = { selector: `<${label}>`, field: "value" };
  const found: unknown = compiler.query({ mainFileContent }, selected);
  return isList(found) ? found : [];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
