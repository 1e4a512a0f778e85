import Link from "next/link";
import { type Masteries, levelFor, topicMastery } from "@/lib/progress";
import type { Catalogue } from "./catalogue";
import { MasteryBar, percent } from "./MasteryBar";
import styles from "./Table.module.css";

export interface SkillTablesProps {
  readonly catalogue: Catalogue;
  readonly known: Masteries;
}

/** The mastery of each skill: a table a topic. */
export function SkillTables({ catalogue, known }: SkillTablesProps) {
  return catalogue.topics.map(({ id, title }) => (
    <table key={id} className={styles.table}>
      <caption className={styles.caption}>
        {title}{" "}
        <span className={styles.aside}>
          {percent(topicMastery(id, catalogue.skills, known))}
          <span className="visually-hidden"> of the topic</span>
        </span>
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Exercise</th>
          <th scope="col">Mastery</th>
          <th scope="col">Next level</th>
        </tr>
      </thead>
      <tbody>
        {catalogue.skills
          .filter(({ topic }) => topic === id)
          .map((skill) => (
            <SkillRow key={skill.id} id={skill.id} title={skill.title} known={known} />
          ))}
      </tbody>
    </table>
  ));
}

interface SkillRowProps {
  readonly id: string;
  readonly title: string;
  readonly known: Masteries;
}

function SkillRow({ id, title, known }: SkillRowProps) {
  const mastery = known.get(id);
  const level = levelFor(mastery);
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        <Link href={`/practice/${id}?level=${level}`} prefetch={false}>
          {title}
        </Link>
      </th>
      <td className={styles.bar}>
        <MasteryBar mastery={mastery} />
      </td>
      <td className={styles.level}>level {level}</td>
    </tr>
  );
}
