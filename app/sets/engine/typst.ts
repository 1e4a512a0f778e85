import type { TypstCompiler } from "@/lib/problemset/formats";
import type { TypstCompiler as WebCompiler } from "@myriaddreamin/typst-ts-web-compiler";
import * as z from "zod";
import type { TypstFiles } from "./typst-files";

/** Typst's compiler for a browser, which is loaded when something is first compiled. */
export function webTypst(load: () => Promise<TypstFiles>): TypstCompiler {
  let loading: Promise<WebCompiler> | undefined;
  const loaded = () => (loading ??= load().then(started));
  return {
    atOnce: 1,
    pdf: async (source) => pdfOf(await loaded(), source),
    query: async (source, label) => valuesOf(await loaded(), source, label),
  };
}

async function started({ compiler, fonts }: TypstFiles): Promise<WebCompiler> {
  const typst = await import("@myriaddreamin/typst-ts-web-compiler");
  await typst.default({ module_or_path: compiler });
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  await Promise.all(fonts.map((font) => builder.add_raw_font(font)));
  return builder.build();
}

const MAIN = "/main.typ";

/** The date of a document, which else is the time of its making: the same bytes for the same source. */
const DATE =
  "#set document(date: datetime(year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0))\n";

/** What the compiler answers: a file, or why there is none. */
const compiled = z.object({ result: z.instanceof(Uint8Array) });

const DIAGNOSTICS = { inFull: 2 } as const;

function pdfOf(compiler: WebCompiler, source: string): Uint8Array {
  compiler.add_source(MAIN, DATE + source);
  const answer: unknown = compiler.compile(MAIN, undefined, "pdf", DIAGNOSTICS.inFull);
  forget(compiler, source);
  const { data } = compiled.safeParse(answer);
  if (!data) throw new Error(`Typst refuses a page: ${JSON.stringify(answer)}`);
  return data.result;
}

function valuesOf(compiler: WebCompiler, source: string, label: string): readonly unknown[] {
  compiler.add_source(MAIN, source);
  const values: unknown = JSON.parse(compiler.query(MAIN, undefined, `<${label}>`, "value"));
  forget(compiler, source);
  return z.array(z.unknown()).parse(values);
}

/** Results live for thirty turns of the compiler's memory. */
const LIFE = 30;
/** So many turns after each compilation; after a long source so many that all are forgotten, to bound the memory. */
const TURNS = 8;
const LONG = 100_000;

function forget(compiler: WebCompiler, { length }: string): void {
  for (let turn = 0; turn < (length > LONG ? LIFE + 1 : TURNS); turn++) compiler.reset();
}
