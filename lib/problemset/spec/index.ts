export { readQuestion, writeQuestion } from "./question-text";
export { readSetFile, readSpec } from "./read-spec";
export { writeSpec } from "./write-spec";
