import type { COUNT_RULES } from "@/lib/derivation/rules/counts";

export const COUNT_CAPTIONS: Readonly<Record<(typeof COUNT_RULES)[number], string>> = {
  "same-shape": "Each value is replaced by one value: the output has the shape of the input",
  "adaptive-shape": "The output is made {height} high and {width} wide; the channels stay",
  "linear-shape": "Each sample’s {in} features become {out}",
  "scalar-shape": "A loss is one number, whatever it is the loss of",
  "gram-shape": "One number for each pair of the {channels} channels",
  "unpool-size": "The {axis} that pooling started from",
  "unpool-shape": "All sizes of the output together; the channels stay",
  "pooled-shape": "Pooling works on each channel by itself, so the channels stay",
  "parameters-none": "Nothing is learned here",
  "parameters-rule": "The weights of one {each}{bias}, times how many there are",
  "parameters-filter": "One {each}: its weights{bias}",
  "parameters-unit": "One {each}: a weight for each input{bias}",
  "parameters-norm": "For each of the {channels} channels a scale γ and a shift β",
  "macs-none": "Nothing is multiplied by a weight here",
  "macs-rule": "The rule: each output value takes one product for every weight that makes it",
  "macs-places": "How many values come out?",
  "macs-each": "How many products does each {each} take?",
  "macs-bias": "This convention counts adding the bias too",
  "macs-transposed-places":
    "A transposed convolution stamps: count the values that go in, each of which meets its whole kernel",
  "macs-transposed-bias": "This convention counts adding the bias to every output too",
  "memory-kilobytes": "In {unit}, of {size} bytes each",
  "memory-kibibytes": "In {unit}, of {size} bytes each",
  "receptive-field-rule":
    "The rule, layer by layer: the field r grows by the kernel’s reach less one, in steps of j; only then j, the jump, is multiplied by the stride",
  "receptive-field-start":
    "Before the first layer a cell sees itself, and neighbours are one cell apart",
  "receptive-field-dilated": "{layer}: dilation {dilation} spreads the {kernel} taps",
  "receptive-field-size": "{layer}: {kernel} taps, {apart}",
  "receptive-field-jump": "{layer}: {effect}",
  "receptive-field-end":
    "One cell after the last layer sees {size} cells of the input along this axis",
  "receptive-field-result": "One output cell sees {rows} × {columns} cells of the input",
  "connected-maps":
    "{maps} of the {all} output channels read {read} input channels each; counted by themselves",
  "connected-total": "All output channels together",
  "parameters-each": "Each value that is learned is counted once: {what}",
  "joined-size": "Joined along {axis}: the sizes there add up, and the others are alike",
  "whole-shape": "All sizes of the output together",
  "resized-size": "The {axis}: {how}",
  "network-total": "All layers together",
  "network-flatten": "Flattening puts every value of one example in a row",
  "count-ratio": "How many times as much the first takes as the second",
  "count-difference": "How much more the first takes than the second",
  "unshared-total":
    "Nothing is shared: each of the {height} × {width} places has all of it for itself",
  "training-values": "With each parameter goes its gradient, and {state}",
  "shuffled-size": "{factor}² channels are one block of {factor} × {factor} pixels",
};
