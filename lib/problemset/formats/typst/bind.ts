import { base32, keyedHash } from "../../seeds/hmac";
import { type PdfObject, type PdfParts, type RootName, pdfFrom, pdfParts } from "./pdf-parts";

/** The objects of a bound file that stand before all others. */
const FIRST = { pages: 1, outlines: 2, tree: 3, whole: 4, info: 5, metadata: 6, catalog: 7 };
const BEFORE = 7;
const ID_DIGITS = 16;
const NO_SECRET = new Uint8Array(1);

/**
 * Several PDFs of Typst's as one, page after page, with their bookmarks and their tags: setting them anew would take as
 * long as all of them together. The frame gives the title, and none of its pages.
 */
export function boundPdf(frame: Uint8Array, pdfs: readonly Uint8Array[]): Uint8Array {
  const parts: Bound[] = [];
  for (const pdf of pdfs) parts.push(placed(pdfParts(pdf), parts.at(-1)));
  const links = linksOf(parts);
  const id = base32(
    keyedHash(
      NO_SECRET,
      parts.map(({ file }) => file.id),
    ),
    ID_DIGITS,
  );
  const own = ownObjects(pdfParts(frame), parts, id);
  const objects = [...own, ...parts.flatMap((part) => objectsOf(part, links))];
  return pdfFrom(objects, { Root: FIRST.catalog, Info: FIRST.info, id });
}

/** A file with the places that its objects and its pages take in the whole. */
interface Bound {
  readonly file: PdfParts;
  readonly kept: readonly PdfObject[];
  readonly numbers: ReadonlyMap<number, number>;
  /** The number after its last object. */
  readonly next: number;
  /** Its pages begin with this key of the tree of parents. */
  readonly key: number;
  readonly nextKey: number;
}

/** What a file has once only: the whole has its own. */
const DROPPED: readonly RootName[] = ["Root", "Info", "Metadata", "StructTreeRoot", "Outlines"];

function placed(file: PdfParts, before?: Bound): Bound {
  const dropped = new Set(DROPPED.map(file.root));
  const kept = file.objects.filter(({ number }) => !dropped.has(number));
  const first = before?.next ?? BEFORE + 1;
  const numbers = new Map(kept.map(({ number }, index) => [number, first + index]));
  const outlines = file.root("Outlines");
  const tree = file.root("StructTreeRoot");
  if (outlines !== undefined) numbers.set(outlines, FIRST.outlines);
  if (tree !== undefined) numbers.set(tree, FIRST.whole);
  const key = before?.nextKey ?? 0;
  const keys = Number(/\/ParentTreeNextKey (\d+)/.exec(headOf(file, "StructTreeRoot"))?.[1] ?? 0);
  return { file, kept, numbers, next: first + kept.length, key, nextKey: key + keys };
}

function headOf(file: PdfParts, name: RootName): string {
  const number = file.root(name);
  return file.objects.find((one) => one.number === number)?.head ?? "";
}

/** What an object of a file says after a name, with the numbers of the whole; empty where it does not. */
function said(part: Bound, root: RootName, name: string): string {
  const value = new RegExp(`/${name} (\\[[^\\]]*\\]|-?\\d+(?: 0 R)?)`).exec(
    headOf(part.file, root),
  )?.[1];
  return renumbered(value ?? "", part);
}

/** By the reference to an object, what it says more than in its own file: the pages' parent, the bookmarks beside it. */
function linksOf(parts: readonly Bound[]): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  const add = (to: string, more: string) => links.set(to, `${links.get(to) ?? ""}\n  ${more}`);
  for (const part of parts) add(pagesOf(part), `/Parent ${FIRST.pages} 0 R`);
  const marked = parts.filter(({ file }) => file.root("Outlines") !== undefined);
  for (const [index, part] of marked.entries()) {
    const before = marked[index - 1];
    if (!before) continue;
    add(said(part, "Outlines", "First"), `/Prev ${said(before, "Outlines", "Last")}`);
    add(said(before, "Outlines", "Last"), `/Next ${said(part, "Outlines", "First")}`);
  }
  return links;
}

function pagesOf({ file, numbers }: Bound): string {
  return `${numbers.get(file.root("Pages") ?? 0)} 0 R`;
}

function objectsOf(part: Bound, links: ReadonlyMap<string, string>): PdfObject[] {
  return part.kept.map(({ number, head, stream }) => {
    const place = part.numbers.get(number) ?? 0;
    const own = renumbered(head, part).replace("\n  /S /Document\n", "\n  /S /Part\n");
    const more = links.get(`${place} 0 R`) ?? "";
    return { number: place, head: own.replace("<<", `<<${more}`), stream };
  });
}

/** A dictionary or a list with the numbers of the whole; what stands in its strings is no number. */
function renumbered(head: string, { numbers, key }: Bound): string {
  let depth = 0;
  return head.replace(
    /\\[^]|[()]|\/StructParents? (\d+)|\b(\d+) 0 R\b/g,
    (found, parents?: string, number?: string) => {
      if (found === "(") depth += 1;
      if (found === ")") depth -= 1;
      if (depth > 0) return found;
      if (parents !== undefined) return found.replace(parents, String(Number(parents) + key));
      return number === undefined ? found : `${numbers.get(Number(number))} 0 R`;
    },
  );
}

/** The objects that the whole has of its own, in their order. */
function ownObjects(frame: PdfParts, parts: readonly Bound[], id: string): PdfObject[] {
  const pages = parts.reduce((sum, part) => sum + Number(said(part, "Pages", "Count")), 0);
  return [
    dictionary(
      FIRST.pages,
      `/Type /Pages`,
      `/Count ${pages}`,
      `/Kids [${parts.map(pagesOf).join(" ")}]`,
    ),
    outlinesRoot(parts),
    tagsRoot(parts),
    dictionary(
      FIRST.whole,
      "/Type /StructElem",
      "/S /Document",
      `/P ${FIRST.tree} 0 R`,
      `/K [${listed(parts, "K")}]`,
    ),
    { number: FIRST.info, head: headOf(frame, "Info"), stream: new Uint8Array() },
    metadata(frame, pages, id),
    { number: FIRST.catalog, head: catalog(frame), stream: new Uint8Array() },
  ];
}

function dictionary(number: number, ...entries: readonly string[]): PdfObject {
  return { number, head: `<<\n  ${entries.join("\n  ")}\n>>`, stream: new Uint8Array() };
}

function listed(parts: readonly Bound[], name: string): string {
  return parts.map((part) => said(part, "StructTreeRoot", name).slice(1, -1)).join(" ");
}

function outlinesRoot(parts: readonly Bound[]): PdfObject {
  const marked = parts.filter(({ file }) => file.root("Outlines") !== undefined);
  const [first, last] = [marked.at(0), marked.at(-1)];
  if (!first || !last) return dictionary(FIRST.outlines, "/Type /Outlines", "/Count 0");
  const count = marked.reduce((sum, part) => sum + Number(said(part, "Outlines", "Count")), 0);
  return dictionary(
    FIRST.outlines,
    "/Type /Outlines",
    `/First ${said(first, "Outlines", "First")}`,
    `/Last ${said(last, "Outlines", "Last")}`,
    `/Count ${count}`,
  );
}

/** The root of the tags: each page's key leads to the tags on it. */
function tagsRoot(parts: readonly Bound[]): PdfObject {
  const roles = new Set(
    parts.flatMap(({ file }) =>
      (/\/RoleMap <<([^>]*)>>/.exec(headOf(file, "StructTreeRoot"))?.[1] ?? "")
        .trim()
        .split(/\n\s*/),
    ),
  );
  const nums = parts.map((part) =>
    said(part, "StructTreeRoot", "Nums")
      .slice(1, -1)
      .replace(/(\d+) (\d+ 0 R)/g, (_, key, to) => `${Number(key) + part.key} ${to}`),
  );
  return dictionary(
    FIRST.tree,
    "/Type /StructTreeRoot",
    `/RoleMap <<\n    ${[...roles].join("\n    ")}\n  >>`,
    `/K [${FIRST.whole} 0 R]`,
    `/ParentTree <<\n    /Nums [${nums.join(" ")}]\n  >>`,
    `/ParentTreeNextKey ${parts.at(-1)?.nextKey ?? 0}`,
  );
}

/** The frame's own, with the whole's pages and name. */
function metadata(frame: PdfParts, pages: number, id: string): PdfObject {
  const number = frame.root("Metadata");
  const stream = frame.objects.find((one) => one.number === number)?.stream ?? new Uint8Array();
  const text = new TextDecoder()
    .decode(stream)
    .replace(/(<xmpTPg:NPages>)\d+/, `$1${pages}`)
    .replaceAll(/(<xmpMM:(?:Instance|Document)ID>)[^<]*/g, `$1${id}`);
  const bytes = new TextEncoder().encode(text);
  const length = bytes.length - STREAM.length - END_STREAM.length;
  const head = headOf(frame, "Metadata").replace(/\/Length \d+/, `/Length ${length}`);
  return { number: FIRST.metadata, head, stream: bytes };
}

const STREAM = "\nstream\n";
const END_STREAM = "\nendstream";

function catalog(frame: PdfParts): string {
  const own = {
    Pages: FIRST.pages,
    Metadata: FIRST.metadata,
    StructTreeRoot: FIRST.tree,
    Outlines: FIRST.outlines,
  };
  return Object.entries(own).reduce(
    (head, [name, number]) => {
      const named = `/${name} ${number} 0 R`;
      const known = new RegExp(`/${name} \\d+ 0 R`);
      return known.test(head) ? head.replace(known, named) : head.replace(/>>$/, `  ${named}\n>>`);
    },
    headOf(frame, "Root"),
  );
}
