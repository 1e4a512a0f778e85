import type { KnownNetwork } from "./known-network";

/** SSD300's head on conv4_3: for each of 38×38 places 4 boxes, of 4 offsets and 21 classes each. */
export const SSD_HEAD: KnownNetwork = {
  id: "ssd-head",
  title: "SSD head",
  source: "Liu and others, SSD: Single Shot MultiBox Detector, 2016",
  input: [1, 512, 38, 38],
  code: `class SSDHead(nn.Module):
    def __init__(self, boxes=4, classes=21):
        super().__init__()
        self.offsets = nn.Conv2d(512, boxes * 4, kernel_size=3, padding=1)
        self.scores = nn.Conv2d(512, boxes * classes, kernel_size=3, padding=1)

    def forward(self, x):
        return self.offsets(x), self.scores(x)
`,
};
