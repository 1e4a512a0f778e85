export { type Range, rangeAround } from "./range";
export { type Radii, type Ranges, type Rounded, rangesFrom, solveRounded } from "./solve-rounded";
