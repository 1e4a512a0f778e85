import type { GradeView, QuestionRow } from "./engine/types";
import styles from "./GradeResult.module.css";
import { type Column, Table } from "./Table";

/** How each question went. */
export function QuestionTable({ view }: { readonly view: GradeView }) {
  const columns = COLUMNS.filter(({ heading }) => view.isRegrade || heading !== BEFORE);
  return (
    <section className={styles.block}>
      <h3 id="questions">Questions</h3>
      <Table
        labelledBy="questions"
        columns={columns}
        rows={view.questions.map((one) => ({ name: String(one.number), row: one }))}
      />
      <p className={styles.soft}>{view.questionWords}</p>
    </section>
  );
}

const BEFORE = "Before";

const COLUMNS: readonly Column<QuestionRow>[] = [
  { heading: "", cell: ({ number }) => number },
  {
    heading: "Question",
    isHead: true,
    cell: ({ title, variants }) => (
      <>
        {title}
        {variants === "" ? null : <span className={styles.variants}>{variants}</span>}
      </>
    ),
  },
  { heading: "Points", isNumber: true, cell: ({ points }) => points },
  { heading: "Right", isNumber: true, cell: ({ right }) => right },
  { heading: "Wrong", isNumber: true, cell: ({ wrong }) => wrong },
  { heading: "Blank", isNumber: true, cell: ({ blank }) => blank },
  { heading: "Unread", isNumber: true, cell: ({ unread }) => unread },
  { heading: "Mean score", isNumber: true, cell: ({ mean }) => mean },
  { heading: BEFORE, isNumber: true, cell: ({ before }) => before },
  { heading: "Discrimination", isNumber: true, cell: ({ discrimination }) => discrimination },
  { heading: "Thirds", isNumber: true, cell: ({ thirds }) => thirds },
];
