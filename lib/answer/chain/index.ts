export { checkChain } from "./check-chain";
