import type { Metadata } from "next";
import { PageHead } from "../../components/PageHead";
import { makeCatalogue } from "../../progress/make-catalogue";
import { ProgressView } from "../../progress/ProgressView";

export const metadata: Metadata = {
  title: "Your progress",
  description: "What you master, which mistakes come often and what you practised when.",
};

export default function ProgressPage() {
  return (
    <>
      <PageHead title="Your progress">
        What you master, which mistakes come often, and what you practised when. It is kept in this
        browser alone.
      </PageHead>
      <ProgressView catalogue={makeCatalogue()} />
    </>
  );
}
