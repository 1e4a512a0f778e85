export { type SlipName, type SlipPlace, predictSlip } from "./predict";
