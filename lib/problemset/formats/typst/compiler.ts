/**
 * What turns Typst source into pages; whoever writes a PDF brings it along, since the program for the command line and
 * the one for a browser are two. Both know Libertinus Serif, New Computer Modern with its maths, and DejaVu Sans Mono.
 */
export interface TypstCompiler {
  /** So many sources it works on at once. */
  readonly atOnce: number;
  /** A tagged PDF/UA-1 with its fonts inside, the same bytes for the same source. */
  readonly pdf: (source: string) => Promise<Uint8Array>;
  /** The values of all metadata with the label, in their order. */
  readonly query: (source: string, label: string) => Promise<readonly unknown[]>;
}
