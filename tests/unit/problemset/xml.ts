import { strFromU8, unzipSync } from "fflate";
import { XmlDocument, type XmlElement, type XmlNode } from "libxml2-wasm";
import type { Item, SetDocument } from "@/lib/problemset";
import { DEFAULT_OPTIONS, FORMATS, type FormatOptions } from "@/lib/problemset/formats";

/** Where a document is asked for elements of these namespaces. */
const NAMESPACES = {
  qti12: "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
  qti21: "http://www.imsglobal.org/xsd/imsqti_v2p1",
  cp: "http://www.imsglobal.org/xsd/imscp_v1p1",
  m: "http://www.w3.org/1998/Math/MathML",
};

/** An XML document by a parser that is not ours: it throws where the text is none. */
export function parsed(xml: string): XmlElement {
  return XmlDocument.fromString(xml).root;
}

/** The elements that an XPath finds. */
export function elements(within: XmlNode, path: string): XmlElement[] {
  return within.find(path, NAMESPACES) as XmlElement[];
}

/** The texts of what an XPath finds. */
export function texts(within: XmlNode, path: string): string[] {
  return within.find(path, NAMESPACES).map((node) => node.content);
}

/** The files inside the zip files of a format, by path. */
export async function packageOf(
  document: SetDocument,
  name: string,
  options: FormatOptions = DEFAULT_OPTIONS,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const format = FORMATS.find((one) => one.name === name);
  for await (const { chunks } of format?.files(document, options) ?? []) {
    for (const [path, content] of Object.entries(unzipSync(joined(chunks)))) {
      files.set(path, strFromU8(content));
    }
  }
  return files;
}

/** The pieces of a file of bytes as one. */
export function joined(chunks: Iterable<string | Uint8Array>): Uint8Array {
  return Buffer.concat(Array.from(chunks, (chunk) => Buffer.from(chunk)));
}

/** A key that is one number, as it stands in the files. */
export function keyText({ key }: Item): string {
  return typeof key === "number" ? String(key) : "";
}
