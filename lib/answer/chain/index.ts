export { type ChainCheck, type ChainMark, checkChain } from "./check-chain";
