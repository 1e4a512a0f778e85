import type { Metadata } from "next";
import { EXAM_WORDS } from "@/content/cards-pages";
import { makeCardCatalogue } from "../desk/make-catalogue";
import { ExamView } from "./ExamView";

export const metadata: Metadata = { title: "My exam", description: EXAM_WORDS.lead };

export default function ExamPage() {
  return <ExamView catalogue={makeCardCatalogue()} />;
}
