export {
  MAX_FILE_BYTES,
  MAX_FILE_CELLS,
  MAX_OPERAND_CELLS,
  MAX_OPERAND_CHARACTERS,
  MAX_OPERAND_RANK,
} from "./limits";
export type { Precision } from "./precision";
export { type OperandFile, readOperandFile } from "./read-file";
export { readNpy } from "./read-npy";
export { type OperandOptions, type ReadTensor, readOperandText } from "./read-text";
