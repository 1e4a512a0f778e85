export { readSetFile, readSpec } from "./read-spec";
export { writeSpec } from "./write-spec";
