import type { TypstCompiler } from "@/lib/problemset/formats";

/** Results that were not used in so many compilations are forgotten; after a long source all are, to bound the memory. */
const KEPT_FOR = 4;
const LONG = 100_000;

/** Typst's own compiler for Node, loaded when it is first needed: it is 50 MB. */
export async function typstCompiler(): Promise<TypstCompiler> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create();
  const forget = (source: string) => compiler.evictCache(source.length > LONG ? 0 : KEPT_FOR);
  return {
    pdf: async (source) => {
      const bytes = compiler.pdf(
        { mainFileContent: source },
        { pdfStandard: "ua-1", creationTimestamp: 0 },
      );
      forget(source);
      return bytes;
    },
    query: async (source, label) => {
      const selected = { selector: `<${label}>`, field: "value" };
      const found: unknown = compiler.query({ mainFileContent: source }, selected);
      forget(source);
      return Array.isArray(found) ? found : [];
    },
  };
}
