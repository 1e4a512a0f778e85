import Link from "next/link";
import { type Masteries, levelFor, topicMastery } from "@/lib/progress";
import type { Catalogue } from "./catalogue";
import { HiddenHead } from "./HiddenHead";
import { MasteryBar, percent } from "./MasteryBar";
import styles from "./Table.module.css";

export interface SkillTablesProps {
  readonly catalogue: Catalogue;
  readonly known: Masteries;
}

/** The mastery of each skill: a table a topic. */
export function SkillTables({ catalogue, known }: SkillTablesProps) {
  return catalogue.topics.map(({ id, title }) => (
    <div key={id} className={styles.card}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {title}{" "}
          <span className={styles.aside}>
            {percent(topicMastery(id, catalogue.skills, known))}
            <span className="visually-hidden"> of the topic</span>
          </span>
        </caption>
        <HiddenHead columns={["Exercise", "Mastery", "Next level"]} />
        <tbody>
          {catalogue.skills
            .filter(({ topic }) => topic === id)
            .map((skill) => (
              <SkillRow key={skill.id} id={skill.id} title={skill.title} known={known} />
            ))}
        </tbody>
      </table>
    </div>
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
    <tr>
      <th scope="row" className={styles.name}>
        <Link href={`/practice/${id}?level=${level}`} prefetch={false}>
          {title}
        </Link>
      </th>
      <td>
        <MasteryBar mastery={mastery} />
      </td>
      <td className={styles.level}>level {level}</td>
    </tr>
  );
}
