export { agrees } from "./agrees";
export { type ReadNumber, readNumber } from "./read-number";
