import type { Metadata } from "next";
import { makeCardCatalogue } from "../desk/make-catalogue";
import { QuizView } from "./QuizView";

export const metadata: Metadata = {
  title: "A mock quiz",
  description: "Twenty questions over the deck, most of them on what you know least.",
};

export default function QuizPage() {
  return <QuizView catalogue={makeCardCatalogue()} />;
}
