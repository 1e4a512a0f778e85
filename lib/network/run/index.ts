export { demandOf } from "./demand";
export type { LossKind } from "./loss";
export { placesOf } from "./place";
export type { LayerRun } from "./run-network";
export { type SettledRun, settledRun } from "./settled";
