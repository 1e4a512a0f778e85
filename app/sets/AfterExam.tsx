import Link from "next/link";

/** Where a page for after the exam stands. */
export function AfterExam() {
  return (
    <>
      <Link prefetch={false} href="/sets">
        Sets
      </Link>{" "}
      · after the exam
    </>
  );
}
