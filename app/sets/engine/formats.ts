import { FORMATS, type Format, ankiFormat, pdfFormat, sqlJsMaker } from "@/lib/problemset/formats";
import { webTypst } from "./typst";
import { type HeardBytes, loadTypstFiles } from "./typst-files";

/** What a browser can write: the names and titles are those of content, one line a format. */
export function browserFormats(heard: HeardBytes): readonly Format[] {
  return [
    pdfFormat(webTypst(() => loadTypstFiles(heard))),
    ...FORMATS,
    ankiFormat(sqlJsMaker(loadSqlite)),
  ];
}

/** SQLite, which lies beside the page like everything else that it loads. */
async function loadSqlite() {
  const { default: initialise } = await import("sql.js");
  const wasm = new URL("sql.js/dist/sql-wasm-browser.wasm", import.meta.url).href;
  return initialise({ locateFile: () => wasm });
}
