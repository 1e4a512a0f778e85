/**
 * Names and texts as the query of a link. A form may hold a million characters: this is many times as fast as
 * URLSearchParams, and reads what that writes.
 *
 * @example writeQuery([["x", "1 2"]]) // "x=1+2"
 */
export function writeQuery(pairs: Iterable<readonly [name: string, text: string]>): string {
  return Array.from(pairs, ([name, text]) => `${encoded(name)}=${encoded(text)}`).join("&");
}

/** The reverse; of two of one name the first counts, and what is no escape stands for itself. */
export function readQuery(link: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const part of link.split("&")) {
    const equals = part.indexOf("=");
    const name = decoded(equals < 0 ? part : part.slice(0, equals));
    if (part !== "" && !query.has(name))
      query.set(name, equals < 0 ? "" : decoded(part.slice(equals + 1)));
  }
  return query;
}

/** What is longer is in no link, but kept: only what divides a query is escaped, which costs the page next to nothing. */
const LONGEST_ESCAPED = 6000;

function encoded(text: string): string {
  if (text.length > LONGEST_ESCAPED)
    return text.replaceAll("%", "%25").replaceAll("&", "%26").replaceAll("+", "%2B");
  return encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/gu, "�"))
    .replaceAll("%20", "+")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%3B", ";");
}

function decoded(text: string): string {
  const spaced = text.replaceAll("+", " ");
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
