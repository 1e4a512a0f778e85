export { type Proof, type Quotient, MAX_PROOF_WORK, proofOf } from "./proof";
