import { FORMATS, type Format, ankiFormat, sqlJsMaker } from "@/lib/problemset/formats";

/** What a browser can write: the names and titles are those of content, one line a format. */
export const BROWSER_FORMATS: readonly Format[] = [...FORMATS, ankiFormat(sqlJsMaker(loadSqlite))];

/** SQLite, which lies beside the page like everything else that it loads. */
async function loadSqlite() {
  const { default: initialise } = await import("sql.js");
  const wasm = new URL("sql.js/dist/sql-wasm-browser.wasm", import.meta.url).href;
  return initialise({ locateFile: () => wasm });
}
