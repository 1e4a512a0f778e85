/** What is said around the files that tell which sheets there are. */
export const MATERIALS_WORDS = {
  set: "Its file, as it was saved or written by hand.",
  here: "The one that you are building in this tab.",
  key: "It was made with the set, and only with it are the sheets made again.",
  tabKey: "The secret of the set in this tab is in use.",
  roster: "The same roster as for the sheets; it never leaves this browser.",
  log: "Was the set made a while ago? Its seed-log.csv tells whether the same problems are still made; if not, nothing is marked.",
  before: "Changed what is void or accepted? Add the set as it was, to see the marks by both.",
  noSheet: (code: string): string =>
    `No sheet here has the code “${code.trim().slice(0, 40)}”. A code has eight letters and digits, as in K7QF-2M9X, and stands at the head of the sheet.`,
} as const;

/** What is said of the table of answers. */
export const ANSWERS_WORDS = {
  form: "A table with the columns code, question and answer, and any others: a row an answer, separated by commas, semicolons or tabs.",
  example: "code,question,answer\nK7QF-2M9X,1,12\nK7QF-2M9X,2,3 x 3",
} as const;

/** What stands where the grade will be. */
export const NO_GRADE_WORDS = (missing: readonly string[]): string =>
  `Still to come: ${missing.join(", ")}.`;

/** How a code may be typed. */
export const CODE_WORDS = "Eight letters and digits; the dash and capitals are up to you.";

/** Why a code alone opens nothing, and what does. */
export const OPEN_WORDS = {
  alone:
    "A code alone opens nothing: the numbers of a sheet are on no server, only in files. Open the release, or ask your instructor for it.",
  release: "release.json, which your instructor publishes after the exam. It holds no names.",
  instructor: "I am the instructor: open a sheet with the set and its key file",
  step: "Step through it with pictures",
} as const;
