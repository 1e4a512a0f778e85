import type { Tensor } from "@/lib/tensor";
import type { Layer } from "../network";

/** Puts 0, in place, where an output channel does not read an input channel: weights or their gradient, Cout×Cin×kH×kW. */
export function keepConnected({ shape, data }: Tensor, { connections }: Layer): void {
  if (!connections) return;
  const [, channels = 1, height = 1, width = 1] = shape;
  const area = height * width;
  for (const [out, read] of connections.entries()) {
    for (let channel = 0; channel < channels; channel++) {
      const start = (out * channels + channel) * area;
      if (!read.includes(channel)) data.fill(0, start, start + area);
    }
  }
}
