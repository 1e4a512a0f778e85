import Papa from "papaparse";

/** A line of CSV (RFC 4180), which no spreadsheet takes for a formula. @example csvLine(["a,b", "1"]) // '"a,b",1\r\n' */
export function csvLine(cells: readonly string[]): string {
  return `${Papa.unparse([[...cells]], { escapeFormulae: FORMULA })}\r\n`;
}

/** What a spreadsheet would run; a negative number is none. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.]+$)).*$/s;
