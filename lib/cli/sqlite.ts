import type { RunSql, SqliteMaker } from "@/lib/problemset/formats";
import type { Database, SqlJsStatic, Statement } from "sql.js";

/** SQLite in WebAssembly, loaded when a database is first made. */
export function sqliteMaker(): SqliteMaker {
  let loading: Promise<SqlJsStatic> | undefined;
  return async (fill) => {
    const sql = await (loading ??= load());
    const database = new sql.Database();
    try {
      fill(runIn(database));
      return database.export();
    } finally {
      database.close();
    }
  };
}

async function load(): Promise<SqlJsStatic> {
  const { default: initialise } = await import("sql.js");
  return initialise();
}

/** Statements with values are prepared once and kept. */
function runIn(database: Database): RunSql {
  const prepared = new Map<string, Statement>();
  return (sql, values) => {
    if (!values) return void database.run(sql);
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    statement.run([...values]);
  };
}
