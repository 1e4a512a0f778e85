export type SqlValue = string | number;

/** Runs one statement; the values stand for its question marks. */
export type RunSql = (sql: string, values?: readonly SqlValue[]) => void;

/**
 * What makes an SQLite database; whoever writes a deck brings it along, since it is WebAssembly that the command line
 * and a browser load in ways of their own. It fills an empty database and gives its bytes, the same for the same
 * statements.
 */
export type SqliteMaker = (fill: (run: RunSql) => void) => Promise<Uint8Array>;
