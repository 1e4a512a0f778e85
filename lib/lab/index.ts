export { problemsIn } from "./checked";
export type {
  ChoiceField,
  Field,
  Fields,
  GridField,
  NumberField,
  ValueOf,
  Values,
  ValuesOf,
} from "./field";
export { startOf } from "./field";
export type {
  Axis,
  BarsFigure,
  Figure,
  FlowArrow,
  FlowBox,
  FlowFigure,
  GridItem,
  PlanesFigure,
  PlotFigure,
  RegionsFigure,
  Series,
  ShadesItem,
  SignItem,
  TableFigure,
} from "./figure";
export type { Lab, LabStep, Part, PlayerPart, StepsPart, Work } from "./lab";
export { LABS, labNamed } from "./registry";
