import type { Lab } from "./lab";
import { encoderDecoderLab } from "./labs/encoder-decoder";
import { maxUnpoolingLab } from "./labs/max-unpooling";
import { receptiveFieldLab } from "./labs/receptive-field";
import { transposedConvolutionLab } from "./labs/transposed-convolution";
import { unetConcatLab } from "./labs/unet-concat";

/** Every lab, in the order of the cards that first speak of it. */
export const LABS: readonly Lab[] = [
  receptiveFieldLab,
  encoderDecoderLab,
  maxUnpoolingLab,
  transposedConvolutionLab,
  unetConcatLab,
];

/** A lab by its id; undefined where there is none. @example labNamed("power-law")?.title */
export function labNamed(id: string): Lab | undefined {
  return LABS.find((lab) => lab.id === id);
}
