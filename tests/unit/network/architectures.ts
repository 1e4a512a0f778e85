import type { Layer } from "@/lib/network";

/** AlexNet as torchvision has it (Krizhevsky 2014, "One weird trick"). */
export const ALEXNET: readonly Layer[] = [
  { name: "Conv2d", in: 3, out: 64, kernel: 11, stride: 4, padding: 2 },
  { name: "ReLU" },
  { name: "MaxPool2d", kernel: 3, stride: 2 },
  { name: "Conv2d", in: 64, out: 192, kernel: 5, padding: 2 },
  { name: "ReLU" },
  { name: "MaxPool2d", kernel: 3, stride: 2 },
  { name: "Conv2d", in: 192, out: 384, kernel: 3, padding: 1 },
  { name: "ReLU" },
  { name: "Conv2d", in: 384, out: 256, kernel: 3, padding: 1 },
  { name: "ReLU" },
  { name: "Conv2d", in: 256, out: 256, kernel: 3, padding: 1 },
  { name: "ReLU" },
  { name: "MaxPool2d", kernel: 3, stride: 2 },
  { name: "AdaptiveAvgPool2d", output_size: [6, 6] },
  { name: "Flatten" },
  { name: "Dropout", p: 0.5 },
  { name: "Linear", in: 9216, out: 4096 },
  { name: "ReLU" },
  { name: "Dropout", p: 0.5 },
  { name: "Linear", in: 4096, out: 4096 },
  { name: "ReLU" },
  { name: "Linear", in: 4096, out: 1000 },
];

const VGG_HEAD: readonly Layer[] = [
  { name: "AdaptiveAvgPool2d", output_size: 7 },
  { name: "Flatten" },
  { name: "Linear", out: 4096 },
  { name: "ReLU" },
  { name: "Dropout" },
  { name: "Linear", out: 4096 },
  { name: "ReLU" },
  { name: "Dropout" },
  { name: "Linear", out: 1000 },
];

/** VGG-11, configuration A (Simonyan and Zisserman 2015). */
export const VGG_11 = vgg([64, "pool", 128, "pool", 256, 256, "pool", 512, 512, "pool", 512, 512]);

/** VGG-16, configuration D. */
export const VGG_16 = vgg(
  [64, 64, "pool", 128, 128, "pool", 256, 256, 256, "pool"],
  [512, 512, 512, "pool", 512, 512, 512],
);

function vgg(...plans: readonly (readonly (number | string)[])[]): readonly Layer[] {
  const features = [...plans.flat(), "pool"].flatMap((step): Layer[] =>
    typeof step === "number"
      ? [{ name: "Conv2d", out: step, kernel: 3, padding: 1 }, { name: "ReLU" }]
      : [{ name: "MaxPool2d", kernel: 2, stride: 2 }],
  );
  return [...features, ...VGG_HEAD];
}
