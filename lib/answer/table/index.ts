export { COLUMNS } from "./columns";
export { type CellMark, type TableCheck, checkTable } from "./check-table";
