export type {
  Layer,
  LayerOptions,
  NetworkQuestion,
  NetworkRow,
  NetworkSolution,
  NetworkTable,
  NetworkTotals,
  PerAxis,
  Sight,
} from "./network";
export { networkTable } from "./table";
export { layerIds } from "./ids";
export { layerName } from "./spec-of";
export { solveNetwork } from "./solve-network";
export { networkToJson } from "./to-json";
export { deriveNetwork } from "./derive-network";
export { type NetworkPart, networkParts } from "./parts";
export { isChain } from "./walk";
export { shapeTaken } from "./layout";
export type { Examined, Fault } from "./examine";
export { type RowFigure, deriveFigure } from "./derive-figure";
export { type NetworkReport, type Origins, type ReportRow, networkReport } from "./report";
export { OPTIMISER_STATE, type Optimiser, type Training, trainingOf } from "./training";
export { type NewHead, withNewHead } from "./transfer";
export { type LayerEdit, LAYER_KINDS, editedLayers, optionText, writeLayers } from "./edit";
export { fullyConnectedTwin } from "./fully-connected";
