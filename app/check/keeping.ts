import { OP_WORDS } from "@/content/check";
import type { Op } from "@/lib/question";
import { BLANK_CHAIN, type ChainPage } from "./chain/form";
import { isChainLink, readChainLink, writeChainLink } from "./chain/link";
import { BLANK, type Form } from "./form";
import { readLink, writeLink } from "./link";
import type { Keeping } from "../components/use-kept-form";

/** Every operation, in the order of the menu. */
export const OPS = Object.keys(OP_WORDS).filter((name): name is Op => name in OP_WORDS);

/** How a problem of one layer is kept. */
export const LAYER_KEEPING: Keeping<Form> = {
  name: "kernelwise.check",
  blank: BLANK,
  read: (link) => readLink(link, OPS),
  write: writeLink,
  owns: (link) => !isChainLink(link),
};

/** How a chain is kept. */
export const CHAIN_KEEPING: Keeping<ChainPage> = {
  name: "kernelwise.check.chain",
  blank: { form: BLANK_CHAIN, own: {} },
  read: readChainLink,
  write: writeChainLink,
  owns: isChainLink,
};
