/** An element of MathML: text or elements in it, never both. */
export interface MathElement {
  readonly tag: string;
  readonly text: string;
  readonly children: readonly MathElement[];
}

interface Open {
  readonly tag: string;
  text: string;
  readonly children: MathElement[];
}

const PART = /<(\/?)(\w+)[^>]*?(\/?)>|([^<]+)/g;

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** The elements of MathML as KaTeX writes it, which is well-formed. */
export function elementFrom(mathml: string): MathElement {
  const top: Open = { tag: "", text: "", children: [] };
  const open = [top];
  for (const [, closing, tag, empty, text] of mathml.matchAll(PART)) {
    const inside = open.at(-1) ?? top;
    if (text !== undefined) inside.text += text.replace(/&\w+;/g, (name) => ENTITIES[name] ?? name);
    else if (closing) open.pop();
    else if (tag !== undefined) {
      const element: Open = { tag, text: "", children: [] };
      inside.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return top;
}
