import type { KnownNetwork } from "./known-network";

/** VGG-16, configuration D. 138 357 544 parameters, 15.47 GMACs. */
export const VGG_16: KnownNetwork = {
  id: "vgg-16",
  title: "VGG-16",
  source: "Simonyan and Zisserman, 2014",
  input: [1, 3, 224, 224],
  code: `layers, channels = [], 3
for v in [64, 64, 'M', 128, 128, 'M', 256, 256, 256, 'M', 512, 512, 512, 'M', 512, 512, 512, 'M']:
    if v == 'M':
        layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
    else:
        layers += [nn.Conv2d(channels, v, kernel_size=3, padding=1), nn.ReLU()]
        channels = v

model = nn.Sequential(
    *layers,
    nn.AdaptiveAvgPool2d((7, 7)),
    nn.Flatten(),
    nn.Linear(512 * 7 * 7, 4096), nn.ReLU(), nn.Dropout(),
    nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(),
    nn.Linear(4096, 1000),
)
`,
};
