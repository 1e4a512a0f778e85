import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DECK } from "@/content/deck";
import { plainText } from "../../prose/plain-text";
import { CardView } from "../CardView";
import { fillCard } from "../fill-card";

interface Props {
  readonly params: Promise<{ readonly number: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return DECK.map(({ number }) => ({ number: String(number) }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const card = await find(params);
  return {
    title: `Card ${card.number}: ${card.title}`,
    description: plainText(fillCard(card.question, card)),
  };
}

export default async function CardPage({ params }: Props) {
  return <CardView card={await find(params)} />;
}

async function find(params: Props["params"]) {
  const { number } = await params;
  return DECK.find((card) => String(card.number) === number) ?? notFound();
}
