import type { Lab } from "./lab";
import { convAgainstFcLab } from "./labs/conv-against-fc";
import { convolutionLab } from "./labs/convolution";
import { encoderDecoderLab } from "./labs/encoder-decoder";
import { errorGapsLab } from "./labs/error-gaps";
import { frozenLayersLab } from "./labs/frozen-layers";
import { gapHeadLab } from "./labs/gap-head";
import { gradientAscentLab } from "./labs/gradient-ascent";
import { gramLab } from "./labs/gram";
import { inceptionBranchesLab } from "./labs/inception-branches";
import { maxPoolShiftLab } from "./labs/max-pool-shift";
import { maxUnpoolingLab } from "./labs/max-unpooling";
import { oneWeightLab } from "./labs/one-weight";
import { paddingLab } from "./labs/padding";
import { powerLawLab } from "./labs/power-law";
import { receptiveFieldLab } from "./labs/receptive-field";
import { reluBackwardLab } from "./labs/relu-backward";
import { residualBlockLab } from "./labs/residual-block";
import { rotationLab } from "./labs/rotation";
import { shiftEquivarianceLab } from "./labs/shift-equivariance";
import { stackedKernelsLab } from "./labs/stacked-kernels";
import { strongestActivationLab } from "./labs/strongest-activation";
import { transposedConvolutionLab } from "./labs/transposed-convolution";
import { unetConcatLab } from "./labs/unet-concat";
import { weightsAsImageLab } from "./labs/weights-as-image";

/** Every lab, in the order of the cards that first speak of it. */
export const LABS: readonly Lab[] = [
  receptiveFieldLab,
  errorGapsLab,
  frozenLayersLab,
  powerLawLab,
  stackedKernelsLab,
  residualBlockLab,
  inceptionBranchesLab,
  gapHeadLab,
  convolutionLab,
  paddingLab,
  maxPoolShiftLab,
  shiftEquivarianceLab,
  rotationLab,
  convAgainstFcLab,
  oneWeightLab,
  weightsAsImageLab,
  strongestActivationLab,
  gradientAscentLab,
  reluBackwardLab,
  gramLab,
  encoderDecoderLab,
  maxUnpoolingLab,
  transposedConvolutionLab,
  unetConcatLab,
];

/** A lab by its id; undefined where there is none. @example labNamed("power-law")?.title */
export function labNamed(id: string): Lab | undefined {
  return LABS.find((lab) => lab.id === id);
}
