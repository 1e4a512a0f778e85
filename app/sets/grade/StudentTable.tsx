import { useState } from "react";
import type { GradeView, StudentRow } from "./engine/types";
import styles from "./GradeResult.module.css";
import { type Column, Table } from "./Table";

/** So many students are shown before all are asked for. */
const FEW = 30;

/** The marks, a row a student. */
export function StudentTable({ view }: { readonly view: GradeView }) {
  const [isWhole, setWhole] = useState(false);
  const { students, studentCount } = view;
  const shown = isWhole ? students : students.slice(0, FEW);
  return (
    <section className={styles.block}>
      <h3 id="marks">Marks</h3>
      <Table
        labelledBy="marks"
        columns={columnsOf(view)}
        rows={shown.map((one) => ({ name: one.code, row: one }))}
      />
      {students.length > shown.length ? (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          Show all {students.length}
        </button>
      ) : null}
      {isWhole && studentCount > students.length ? (
        <p className={styles.soft}>… and {studentCount - students.length} more, in the CSV.</p>
      ) : null}
    </section>
  );
}

function columnsOf({ questions, isRegrade }: GradeView): Column<StudentRow>[] {
  return [
    { heading: "Code", isHead: true, cell: ({ code }) => code },
    { heading: "Student", cell: ({ name }) => name },
    {
      heading: "Points",
      isNumber: true,
      cell: ({ isAbsent, points }) => (isAbsent ? "absent" : <strong>{points}</strong>),
    },
    ...(isRegrade
      ? [{ heading: "Before", isNumber: true, cell: ({ before }: StudentRow) => before }]
      : []),
    ...questions.map(({ number }, at) => ({
      heading: `Q${number}`,
      isNumber: true,
      cell: ({ marks }: StudentRow) => marks[at] ?? "",
    })),
  ];
}
