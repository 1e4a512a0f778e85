import type { Database, SqlJsStatic, Statement } from "sql.js";
import type { RunSql, SqliteMaker } from "./sqlite";

/**
 * SQLite in WebAssembly, loaded when a database is first made.
 *
 * @param load brings the library along: the command line and a browser find its WebAssembly in ways of their own
 */
export function sqlJsMaker(load: () => Promise<SqlJsStatic>): SqliteMaker {
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
