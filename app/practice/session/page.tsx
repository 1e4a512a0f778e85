import type { Metadata } from "next";
import { makeCatalogue } from "../../progress/make-catalogue";
import { SessionView } from "../../progress/SessionView";

export const metadata: Metadata = {
  title: "A practice session",
  description: "Mixed problems, chosen by what you know and by the mistakes that you make.",
};

export default function SessionPage() {
  return <SessionView catalogue={makeCatalogue()} />;
}
