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
