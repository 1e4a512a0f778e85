/**
 * Text as XML, between tags or inside an attribute's quotes. What XML 1.0 cannot hold (most control characters, halves
 * of a character) becomes U+FFFD.
 *
 * @example escapeXml('<a "b">') // "&lt;a &quot;b&quot;&gt;"
 */
export function escapeXml(text: string): string {
  return storable(text).replace(/[<>&"']/g, (character) => ENTITIES[character] ?? "");
}

/** Text as a section in which nothing is escaped, for HTML inside XML. @example cdata("a]]>b") */
export function cdata(text: string): string {
  return `<![CDATA[${storable(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** What the first line of every file says. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const ENTITIES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
};

function storable(text: string): string {
  return text.replace(FORBIDDEN, "\uFFFD");
}

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
