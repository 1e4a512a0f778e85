const VOID = new Set(["br", "hr", "img", "input", "link", "meta", "wbr"]);

/**
 * The first thing wrong with the nesting of markup, or nothing: a tag that closes another than the last one opened, a
 * bare "<" or "&", an attribute without quotation marks, an id used twice.
 */
export function fault(markup: string): string {
  const open: string[] = [];
  const ids = new Set<string>();
  const body = markup.replace(/^<!doctype html>/, "").replace(/<(script|style)>[^<]*<\/\1>/g, "");
  for (const [tag, close, name = "", attributes = ""] of body.matchAll(TAG)) {
    if (name === "") return `not a tag: ${body.slice(body.indexOf(tag), body.indexOf(tag) + 60)}`;
    if (close) {
      const last = open.pop();
      if (last !== name) return `</${name}> closes <${last}>`;
      continue;
    }
    if (!/^(\s+[\w-]+="[^"<>]*")*\s*$/.test(attributes)) return `attributes: ${tag}`;
    const [, id] = /\sid="([^"]*)"/.exec(attributes) ?? [];
    if (id !== undefined && ids.has(id)) return `the id ${id} stands twice`;
    if (id !== undefined) ids.add(id);
    if (!VOID.has(name)) open.push(name);
  }
  const [bare] = /&(?!#?\w+;).{0,20}/.exec(body) ?? [];
  if (bare !== undefined) return `a bare ${bare}`;
  return open.length > 0 ? `never closed: ${open.join(" ")}` : "";
}

/** A tag, or a "<" that begins none. */
const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>|</g;
