import { ALEXNET } from "./alexnet";
import { INCEPTION_BLOCK } from "./inception-block";
import type { KnownNetwork } from "./known-network";
import { LENET_5 } from "./lenet-5";
import { LENET_5_1998 } from "./lenet-5-1998";
import { RESNET_18 } from "./resnet-18";
import { SSD_HEAD } from "./ssd-head";
import { U_NET } from "./u-net";
import { VGG_16 } from "./vgg-16";

export type { KnownNetwork } from "./known-network";

/** The networks to begin with: one file each, and one line here. */
export const KNOWN_NETWORKS: readonly KnownNetwork[] = [
  LENET_5_1998,
  LENET_5,
  ALEXNET,
  VGG_16,
  RESNET_18,
  INCEPTION_BLOCK,
  U_NET,
  SSD_HEAD,
];
