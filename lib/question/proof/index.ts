export { type Quotient, proofOf } from "./proof";
