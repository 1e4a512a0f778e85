export { readSpec } from "./read-spec";
