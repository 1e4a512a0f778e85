import type { Metadata } from "next";
import { PageHead } from "../../components/PageHead";
import { AfterExam } from "../AfterExam";
import { Grading } from "./Grading";

export const metadata: Metadata = {
  title: "Grade a set",
  description:
    "Marks for a class from a table of answers: partial credit, what was done wrong and how often, and how each question went. Everything is worked out in this browser.",
};

export default function GradePage() {
  return (
    <>
      <PageHead over={<AfterExam />} title="Grade a set">
        Paste what the class answered: each gets marks for what is right, and you see which mistakes
        were made, and by how many. No name and no answer leaves this browser.
      </PageHead>
      <Grading />
    </>
  );
}
