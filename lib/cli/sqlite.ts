import { type SqliteMaker, sqlJsMaker } from "@/lib/problemset/formats";

/** SQLite in WebAssembly, loaded when a database is first made. */
export function sqliteMaker(): SqliteMaker {
  return sqlJsMaker(async () => {
    const { default: initialise } = await import("sql.js");
    return initialise();
  });
}
