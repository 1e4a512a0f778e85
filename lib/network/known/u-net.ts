import type { KnownNetwork } from "./known-network";

/** A U-Net whose convolutions keep the size, so that nothing is cropped. */
export const U_NET: KnownNetwork = {
  id: "u-net",
  title: "U-Net",
  source: "after Ronneberger, Fischer and Brox, 2015",
  input: [1, 1, 256, 256],
  code: `def double_conv(cin, cout):
    return nn.Sequential(
        nn.Conv2d(cin, cout, 3, padding=1), nn.ReLU(),
        nn.Conv2d(cout, cout, 3, padding=1), nn.ReLU(),
    )

class UNet(nn.Module):
    def __init__(self, classes=2):
        super().__init__()
        self.pool = nn.MaxPool2d(2)
        self.down1 = double_conv(1, 64)
        self.down2 = double_conv(64, 128)
        self.down3 = double_conv(128, 256)
        self.down4 = double_conv(256, 512)
        self.bottom = double_conv(512, 1024)
        self.up4 = nn.ConvTranspose2d(1024, 512, 2, stride=2)
        self.merge4 = double_conv(1024, 512)
        self.up3 = nn.ConvTranspose2d(512, 256, 2, stride=2)
        self.merge3 = double_conv(512, 256)
        self.up2 = nn.ConvTranspose2d(256, 128, 2, stride=2)
        self.merge2 = double_conv(256, 128)
        self.up1 = nn.ConvTranspose2d(128, 64, 2, stride=2)
        self.merge1 = double_conv(128, 64)
        self.head = nn.Conv2d(64, classes, 1)

    def forward(self, x):
        d1 = self.down1(x)
        d2 = self.down2(self.pool(d1))
        d3 = self.down3(self.pool(d2))
        d4 = self.down4(self.pool(d3))
        x = self.bottom(self.pool(d4))
        x = self.merge4(torch.cat([d4, self.up4(x)], dim=1))
        x = self.merge3(torch.cat([d3, self.up3(x)], dim=1))
        x = self.merge2(torch.cat([d2, self.up2(x)], dim=1))
        x = self.merge1(torch.cat([d1, self.up1(x)], dim=1))
        return self.head(x)
`,
};
