/** What stands where the questions will be. */
export const EMPTY_SET_WORDS =
  "No question yet. Begin with a set that is ready, open a file, or add a question below.";

/** Why the secret is to be kept. */
export const SECRET_WORDS =
  "A secret that was made in this browser draws every number of the set: keep its file, since only with it can you make the same sheets again, and show it to nobody.";

/** Where a roster stays. */
export const ROSTER_WORDS =
  "A CSV file with the columns id, name and email, and any others. It is read in this browser and never leaves it.";

/** What telling wrong answers apart in the files means. */
export const FEEDBACK_WORDS = {
  label: "Say in the files what each wrong answer tells.",
  hint: "Those who sit the test later may hear of it.",
} as const;

/** The formats that a browser writes, by the names of the command line. */
export const FORMAT_WORDS: Readonly<
  Record<string, { readonly title: string; readonly words: string }>
> = {
  pdf: { title: "PDF", words: "typeset sheets, keys, workings" },
  html: { title: "Web pages", words: "to print, and a key" },
  latex: { title: "LaTeX", words: "one .tex, with switches for the key" },
  moodle: { title: "Moodle", words: "a category a question" },
  qti12: { title: "Canvas", words: "QTI 1.2, picks one of each" },
  qti21: { title: "Other platforms", words: "QTI 2.1" },
  csv: { title: "Table", words: "CSV, a row a problem" },
  json: { title: "JSON", words: "with its schema" },
  anki: { title: "Anki", words: "a deck of cards" },
};

/** How far the typesetter is loaded, and why it is not. */
export const TYPESETTER_WORDS = {
  loading: (bytes: number, total: number): string =>
    bytes > 0 && bytes === total
      ? "Starting the typesetter"
      : `Loading the typesetter …${megabytes(bytes)}${total > 0 ? ` of${megabytes(total)}` : ""}${bytes > 0 ? " MB" : ""}`,
  failed:
    "The typesetter for PDF could not be loaded. With a network it can; the other formats need none.",
} as const;

function megabytes(bytes: number): string {
  return bytes > 0 ? ` ${Math.round(bytes / 1e6)}` : "";
}

/** What the live region says after a question was moved. */
export const MOVED_WORDS = (title: string, place: number, count: number): string =>
  `${title} is now question ${place} of ${count}.`;

/** What the page did, and can take back. */
export const UNDO_WORDS = {
  removed: (title: string) => `Question removed: ${title}.`,
  replaced: (title: string) => `The set “${title}” was here before.`,
} as const;

/** What is said of a link that was cut off. */
export const BROKEN_LINK_WORDS =
  "This link holds no set that can be read; a part of it may be missing.";

/** A version that the file of a question asks for. */
export const VERSION_WORDS = (version: string): string =>
  `Its file asks for version ${version} of the type.`;

/** What was read of a roster. @example rosterWords(24, 1, 0) // "24 students, 1 with large print" */
export function rosterWords(students: number, large: number, slow: number): string {
  return [
    students === 1 ? "1 student" : `${students} students`,
    ...(large > 0 ? [`${large} with large print`] : []),
    ...(slow > 0 ? [`${slow} with other time`] : []),
  ].join(", ");
}
