import {
  DEFAULT_OPTIONS,
  FORMATS,
  type Format,
  ankiFormat,
  pdfFormat,
} from "@/lib/problemset/formats";
import { didYouMean } from "@/lib/question";
import type { Command } from "commander";
import { makeSet } from "./set/make-set";
import { sqliteMaker } from "./sqlite";
import { typstCompiler } from "./typst";
import { UsageError } from "./usage-error";

/** PDF and Anki are of the command line, since their compilers are. */
const ALL: readonly Format[] = [pdfFormat(typstCompiler()), ...FORMATS, ankiFormat(sqliteMaker())];

interface Flags {
  readonly roster?: string;
  readonly out: string;
  readonly formats: string;
  readonly variants?: string;
  readonly key?: string;
  readonly fixedLayout?: boolean;
  readonly feedback?: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
}

/** `set SPEC`: a problem set, one variant a student, in every format that is asked for. */
export function addSet(program: Command, finish: (code: number) => void): void {
  program
    .command("set")
    .description("make a problem set: one variant a student, the keys, a log of the seeds")
    .argument("<spec>", "the set, YAML or JSON")
    .requiredOption("--out <folder>", "where the files go; it must not be there yet")
    .option("--formats <list>", `some of ${names().join(",")}`, names().join(","))
    .option("--roster <file>", "CSV with the columns id, name, email and any others")
    .option("--variants <count>", "how many sheets, where there is no roster")
    .option("--key <file>", "the file that keeps the secret; SPEC.key.json unless said")
    .option("--fixed-layout", "the same pages and places for answers in every variant")
    .option("--feedback", "say what each wrong answer tells; it leaks to those who sit it later")
    .option("--force", "replace the folder if it is there")
    .option("--quiet", "no progress and no summary")
    .action(async (spec: string, flags: Flags) => {
      const { roster, variants, key, force = false, quiet = false } = flags;
      const isFine = await makeSet({
        spec,
        out: flags.out,
        formats: formatsFrom(flags.formats),
        ...(roster === undefined ? {} : { roster }),
        ...(variants === undefined ? {} : { variants }),
        ...(key === undefined ? {} : { key }),
        force,
        quiet,
        options: {
          ...DEFAULT_OPTIONS,
          hasFixedLayout: flags.fixedLayout ?? false,
          hasFeedback: flags.feedback ?? false,
        },
      });
      finish(isFine ? 0 : 1);
    });
}

function names(): string[] {
  return ALL.map(({ name }) => name);
}

/** "csv,json", each once. */
function formatsFrom(list: string): readonly Format[] {
  const asked = list.split(",").map((name) => name.trim());
  for (const name of asked) {
    if (!names().includes(name)) {
      throw new UsageError(`--formats names "${name}". ${didYouMean(name, names())}`);
    }
  }
  return ALL.filter(({ name }) => asked.includes(name));
}
