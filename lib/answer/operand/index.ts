export type { Precision } from "./precision";
export { readOperandFile } from "./read-file";
export { readNpy } from "./read-npy";
export { type OperandOptions, type ReadTensor, readOperandText } from "./read-text";
