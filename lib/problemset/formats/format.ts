import type { SetDocument } from "../document/document";

/** What is written of a set: the sheets, the key, the key with every working. */
export const FORMS = ["sheet", "key", "solutions"] as const;
export type Form = (typeof FORMS)[number];

/** What an instructor chooses about the files. */
export interface FormatOptions {
  readonly forms: readonly Form[];
  /** The same number of pages and the same places for answers in every variant. */
  readonly hasFixedLayout: boolean;
  /** Whether a file says what each wrong answer tells; it would leak to those who sit the test later. */
  readonly hasFeedback: boolean;
}

/** Every form, pages as long as they need, no feedback. */
export const DEFAULT_OPTIONS: FormatOptions = {
  forms: FORMS,
  hasFixedLayout: false,
  hasFeedback: false,
};

/** A file: where it goes below the set's folder, and its content in pieces, made as they are taken. */
export interface OutputFile {
  /** With "/" between folders, ASCII. */
  readonly path: string;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** Hears what is being written now. */
export type Begin = (what: string) => void;

/**
 * A format that a set can be written in. Files are taken one after the other, and the pieces of each before the next
 * file; a format that compiles or compresses may be asynchronous.
 */
export interface Format {
  /** As `--formats` names it. */
  readonly name: string;
  readonly title: string;
  /** How often it goes through all problems, once unless said. */
  readonly rounds?: (options: FormatOptions) => number;
  readonly files: (
    document: SetDocument,
    options: FormatOptions,
    begin?: Begin,
  ) => Iterable<OutputFile> | AsyncIterable<OutputFile>;
}
