export { type ChainCheck, type ChainMark, type ChainRadii, checkChain } from "./check-chain";
