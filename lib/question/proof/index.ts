export { proofOf } from "./proof";
