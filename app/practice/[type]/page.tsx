import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EXERCISES } from "@/lib/exercises";
import { addressFrom } from "../address";
import { PYTORCH } from "../conventions";
import { Practice } from "../Practice";
import { problemScene } from "../scene/problem";

interface Props {
  readonly params: Promise<{ readonly type: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return EXERCISES.map(({ id }) => ({ type: id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { type } = await params;
  const exercise = EXERCISES.find(({ id }) => id === type);
  return { title: `Practise: ${exercise?.title ?? type}` };
}

export default async function PracticeTypePage({ params }: Props) {
  const { type } = await params;
  if (!EXERCISES.some(({ id }) => id === type)) notFound();
  const first = problemScene(addressFrom(type, "", PYTORCH));
  if ("refusal" in first) throw new Error(`${type} has no first problem: ${first.refusal}`);
  return <Practice first={first} />;
}
