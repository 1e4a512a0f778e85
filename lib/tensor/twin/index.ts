/** Every op a second time, by another algorithm and with no code in common: what a key's proof compares with. */
export { adaptiveAvgPool2d, adaptiveAvgPool2dGradient, adaptiveMaxPool2d } from "./adaptive-pool2d";
export { avgPool2d, avgPool2dGradient } from "./avg-pool2d";
export { batchNormTrain, batchNormTrainGradients } from "./batch-norm";
export { gram, gramGradient } from "./gram";
export { linear, linearBiasGradient, linearInputGradient, linearWeightGradient } from "./linear";
export { crossEntropy, crossEntropyGradient, mseLoss, mseLossGradient } from "./losses";
export { maxPool2d, maxPool2dGradient } from "./max-pool2d";
export { maxUnpool2d, maxUnpool2dGradient } from "./max-unpool2d";
export { relu, reluGradient } from "./relu";
export { softmax, softmaxGradient } from "./softmax";
export { conv2d, conv2dBiasGradient, conv2dInputGradient, conv2dWeightGradient } from "./conv2d";
export {
  convTranspose2d,
  convTranspose2dBiasGradient,
  convTranspose2dInputGradient,
  convTranspose2dWeightGradient,
} from "./conv-transpose2d";
