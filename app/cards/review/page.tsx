import type { Metadata } from "next";
import { makeCardCatalogue } from "../desk/make-catalogue";
import { ReviewView } from "./ReviewView";

export const metadata: Metadata = {
  title: "Review the cards",
  description: "Each card of the deck, asked again shortly before you would forget it.",
};

export default function ReviewPage() {
  return <ReviewView catalogue={makeCardCatalogue()} />;
}
