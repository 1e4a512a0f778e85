import type { Metadata } from "next";
import { PageHead } from "../components/PageHead";
import { Check } from "./Check";

export const metadata: Metadata = {
  title: "Check",
  description:
    "A problem of your own: paste the tensors and your answer, and see what is right, why, and what went wrong.",
};

export default function CheckPage() {
  return (
    <>
      <PageHead title="Check">
        Your own problem, every step of it, and the slip behind a wrong answer.
      </PageHead>
      <Check />
    </>
  );
}
