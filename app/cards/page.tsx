import type { Metadata } from "next";
import { CARDS_HEAD } from "@/content/cards-pages";
import { PageHead } from "../components/PageHead";
import { makeCardCatalogue } from "./desk/make-catalogue";
import { CardsDoor } from "./door/CardsDoor";

export const metadata: Metadata = { title: CARDS_HEAD.title, description: CARDS_HEAD.lead };

export default function CardsPage() {
  return (
    <>
      <PageHead title={CARDS_HEAD.title}>{CARDS_HEAD.lead}</PageHead>
      <CardsDoor catalogue={makeCardCatalogue()} />
    </>
  );
}
