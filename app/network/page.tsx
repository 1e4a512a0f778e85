import type { Metadata } from "next";
import { PageHead } from "../components/PageHead";
import { Network } from "./Network";

export const metadata: Metadata = {
  title: "Networks",
  description:
    "Paste PyTorch or Keras code: shapes, parameters, MACs, memory and receptive fields of every layer, each with its working.",
};

export default function NetworkPage() {
  return (
    <>
      <PageHead title="Networks">
        Paste a model, or build one layer by layer. See what every layer makes of its input, what it
        learns and what it costs, with the working of each number.
      </PageHead>
      <Network />
    </>
  );
}
