export { COLUMNS, type Column } from "./columns";
export { type CellMark, type TableCheck, type TableRow, checkTable } from "./check-table";
