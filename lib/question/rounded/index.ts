export { type Range, rangeAround } from "./range";
export {
  type Radii,
  type Ranges,
  type Rounded,
  type RoundedSolution,
  rangesFrom,
  solveRounded,
} from "./solve-rounded";
