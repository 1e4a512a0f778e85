import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PAGES } from "@/content";
import { LessonView } from "../../components/LessonView";
import { plainText } from "../../prose/plain-text";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return PAGES.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await find(params);
  return { title: page.title, description: plainText(page.lead) };
}

export default async function WorkedPage({ params }: Props) {
  return <LessonView lesson={await find(params)} />;
}

async function find(params: Props["params"]) {
  const { slug } = await params;
  return PAGES.find((page) => page.slug === slug) ?? notFound();
}
