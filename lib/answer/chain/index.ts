export { type ChainMark, type ChainSlip, type ChainCheck, checkChain } from "./check-chain";
