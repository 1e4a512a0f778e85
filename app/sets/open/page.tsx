import type { Metadata } from "next";
import { PageHead } from "../../components/PageHead";
import { AfterExam } from "../AfterExam";
import { OpenSheet } from "./OpenSheet";

export const metadata: Metadata = {
  title: "Open a sheet",
  description:
    "The questions of a sheet by its code, each with its answer, its full working and what each wrong answer tells.",
};

export default function OpenPage() {
  return (
    <>
      <PageHead over={<AfterExam />} title="Open a sheet">
        The code at the head of a sheet and the file that your instructor published give you your
        own questions again, with answers and every step to them.
      </PageHead>
      <OpenSheet />
    </>
  );
}
