/** The fields of a note in their order; the first is what notes are sorted by. */
export const NOTE_FIELDS = ["name", "title", "statement", "answer", "working"] as const;

/** Columns that are whole numbers and never empty, which most are. */
function whole(...names: readonly string[]): string {
  return names.map((name) => `${name} integer not null`).join(", ");
}

function texts(...names: readonly string[]): string {
  return names.map((name) => `${name} text not null`).join(", ");
}

function table(name: string, ...columns: readonly string[]): string {
  return `create table ${name} (${columns.join(", ")})`;
}

const KEY = "id integer primary key";

/** The tables and indexes of Anki's schema 11, every one that it expects to find. */
export const TABLES: readonly string[] = [
  table(
    "col",
    KEY,
    whole("crt", "mod", "scm", "ver", "dty", "usn", "ls"),
    texts("conf", "models", "decks", "dconf", "tags"),
  ),
  table(
    "notes",
    KEY,
    texts("guid"),
    whole("mid", "mod", "usn"),
    texts("tags", "flds"),
    whole("sfld", "csum", "flags"),
    texts("data"),
  ),
  table(
    "cards",
    KEY,
    whole("nid", "did", "ord", "mod", "usn", "type", "queue", "due", "ivl", "factor", "reps"),
    whole("lapses", "left", "odue", "odid", "flags"),
    texts("data"),
  ),
  table("revlog", KEY, whole("cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")),
  table("graves", whole("usn", "oid", "type")),
  "create index ix_notes_usn on notes (usn)",
  "create index ix_cards_usn on cards (usn)",
  "create index ix_revlog_usn on revlog (usn)",
  "create index ix_cards_nid on cards (nid)",
  "create index ix_cards_sched on cards (did, queue, due)",
  "create index ix_revlog_cid on revlog (cid)",
  "create index ix_notes_csum on notes (csum)",
];

/** The options of a collection; Anki keeps its own when it imports. */
export function options(deck: number, model: number) {
  return {
    activeDecks: [deck],
    curDeck: deck,
    curModel: String(model),
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    nextPos: 1,
    sortType: "noteFld",
    sortBackwards: false,
    addToCur: true,
  };
}

/** How cards of a deck come back, as Anki has it unless told otherwise. */
export const DECK_OPTIONS = {
  id: 1,
  name: "Default",
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20 },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1, perDay: 200 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  dyn: false,
} as const;

const FRONT = '<div class="title">{{title}}</div>{{statement}}';
const BACK = '{{FrontSide}}<hr id="answer">{{answer}}<div class="working">{{working}}</div>';
const STYLE =
  ".card{font:20px/1.5 Georgia,serif;text-align:left;max-width:42rem;margin:1.5rem auto;padding:0 1rem}" +
  ".title{font-size:.8em;opacity:.7}hr{border:0;border-top:1px solid;opacity:.3;margin:1.5rem 0}" +
  ".working{font-size:.9em;margin-top:1.5rem}mjx-container{overflow-x:auto;overflow-y:hidden;max-width:100%}";

/** One front, one back; a card is made wherever there is a statement. */
export function noteType(id: number, deck: number, mod: number) {
  const style = { font: "Georgia", size: 20, rtl: false, sticky: false, media: [] };
  return {
    id,
    name: "Kernelwise",
    type: 0,
    mod,
    usn: -1,
    sortf: 0,
    did: deck,
    tmpls: [{ name: "Problem", ord: 0, qfmt: FRONT, afmt: BACK, did: null, bqfmt: "", bafmt: "" }],
    flds: NOTE_FIELDS.map((name, ord) => ({ name, ord, ...style })),
    css: STYLE,
    latexPre: "\\documentclass{article}\\begin{document}",
    latexPost: "\\end{document}",
    req: [[0, "any", [NOTE_FIELDS.indexOf("title"), NOTE_FIELDS.indexOf("statement")]]],
    tags: [],
    vers: [],
  };
}
