import type { TypstCompiler } from "@/lib/problemset/formats";

/** Results that were not used in so many compilations are forgotten, so that memory stays bounded. */
const KEPT_FOR = 4;

/** Typst's own compiler for Node, loaded when it is first needed: it is 50 MB. */
export async function typstCompiler(): Promise<TypstCompiler> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create();
  const forgetting = <T>(result: T): T => {
    compiler.evictCache(KEPT_FOR);
    return result;
  };
  return {
    pdf: async (mainFileContent) =>
      forgetting(compiler.pdf({ mainFileContent }, { pdfStandard: "ua-1", creationTimestamp: 0 })),
    query: async (mainFileContent, label) =>
      forgetting(
        valuesIn(compiler.query({ mainFileContent }, { selector: `<${label}>`, field: "value" })),
      ),
  };
}

function valuesIn(found: unknown): readonly unknown[] {
  return Array.isArray(found) ? found : [];
}
