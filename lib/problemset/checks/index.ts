export { type CheckedSet, type QuestionReport, type SetReport, checkSet } from "./report";
export { type KeyProof, proofOfKey } from "./proof/proof";
export type { SecondWay } from "./proof/way";
export { reportFile } from "./report-file";
export { expectedMinutes } from "./minutes";
export { type CheckSentence, checkSentences } from "./words";
