export { agrees } from "./agrees";
export { matches } from "./matches";
export type { Cell, Given, NumberForm, Quantity } from "./quantity";
export { type ReadNumber, readNumber } from "./read-number";
export { type ReadShape, readShape } from "./read-shape";
export { readSimple } from "./read-simple";
export type { ReadCode, Reading, Unreadable } from "./reading";
