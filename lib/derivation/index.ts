export { fillCaption } from "./caption";
export { conclude, settle, sumOf } from "./conclude";
export { type Connection, type Connections, connections } from "./connections";
export { MAX_CELLS, derive, deriveAll, deriveLine } from "./derive";
export { type NamedLayer, deriveReceptiveField } from "./counts/receptive-field";
export { solutionOf } from "./solution";
export { RULES, type RuleId } from "./rules";
export type { CellRef, Derivation, Step, TensorName } from "./step";
