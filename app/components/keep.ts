/** Storing takes a tenth of a millisecond for a thousand characters, so longer texts are kept in pieces. */
const PIECE = 100_000;

/** Stands in a text's place where that is kept in pieces, with their number. */
const PIECES = /^pieces:(\d+)$/;

/** What this tab keeps under a name. */
export function kept(name: string): string {
  const text = stored(name);
  const count = Number(PIECES.exec(text)?.[1] ?? 0);
  if (count === 0) return text;
  return Array.from({ length: count }, (_, index) => stored(pieceName(name, index))).join("");
}

/** Keeps a text in this tab. */
export function keep(name: string, text: string) {
  finish(keeping(name, text));
}

/** Keeps a text in steps, none of which holds the page up; pieces that are kept already are passed over. */
export function* keeping(name: string, text: string): Generator<void, void> {
  const count = text.length > PIECE ? Math.ceil(text.length / PIECE) : 0;
  if (count > 0) store(name, "");
  for (let index = 0; index < count; index++) {
    const piece = text.slice(index * PIECE, (index + 1) * PIECE);
    if (stored(pieceName(name, index)) === piece) continue;
    yield;
    store(pieceName(name, index), piece);
  }
  for (let index = count; stored(pieceName(name, index)) !== ""; index++) {
    drop(pieceName(name, index));
  }
  store(name, count > 0 ? `pieces:${count}` : text);
}

/** Takes all steps that are left. */
export function finish(steps: Iterator<void, void>) {
  while (!steps.next().done);
}

function pieceName(name: string, index: number): string {
  return `${name}.${index}`;
}

function stored(name: string): string {
  try {
    return window.sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function store(name: string, text: string) {
  try {
    window.sessionStorage.setItem(name, text);
  } catch {
    // It then lasts as long as the page.
  }
}

function drop(name: string) {
  try {
    window.sessionStorage.removeItem(name);
  } catch {
    // Nothing is kept where nothing can be stored.
  }
}
