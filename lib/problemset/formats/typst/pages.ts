/**
 * How many pages a PDF of Typst's has: the root of its tree of pages is its first object.
 *
 * @throws TypeError where it is none
 * @example pagesIn(new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<\n  /Type /Pages\n  /Count 2\n>>")) // 2
 */
export function pagesIn(pdf: Uint8Array): number {
  const [, count] = ROOT.exec(new TextDecoder("latin1").decode(pdf.subarray(0, FIRST))) ?? [];
  if (count === undefined) throw new TypeError("The typesetter's file does not count its pages.");
  return Number(count);
}

const ROOT = /\/Type \/Pages\s+\/Count (\d+)/;
const FIRST = 1024;
