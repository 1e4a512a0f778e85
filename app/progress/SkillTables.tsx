import Link from "next/link";
import { type Masteries, levelFor, standing, topicMastery } from "@/lib/progress";
import type { Catalogue, CatalogueSkill } from "./catalogue";
import { HiddenHead } from "./HiddenHead";
import { Bar, MasteryBar, percent } from "./MasteryBar";
import fold from "./SkillTables.module.css";
import styles from "./Table.module.css";

export interface SkillTablesProps {
  readonly catalogue: Catalogue;
  readonly known: Masteries;
}

/** The mastery of each topic, and of its skills where one looks closer. */
export function SkillTables({ catalogue, known }: SkillTablesProps) {
  return catalogue.topics.map(({ id, title }) => {
    const skills = catalogue.skills.filter(({ topic }) => topic === id);
    return (
      <details key={id} className={`${styles.card} ${fold.topic}`}>
        <summary className={fold.summary}>
          <h3 className={fold.title}>{title}</h3>
          <Bar share={topicMastery(id, catalogue.skills, known)} />
          <span className={styles.number}>
            {percent(topicMastery(id, catalogue.skills, known))} · {masteredOf(skills, known)}
          </span>
          <span className={fold.marker} aria-hidden="true" />
        </summary>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <HiddenHead columns={["Exercise", "Mastery", "Next level"]} />
          <tbody>
            {skills.map((skill) => (
              <SkillRow key={skill.id} id={skill.id} title={skill.title} known={known} />
            ))}
          </tbody>
        </table>
      </details>
    );
  });
}

function masteredOf(skills: readonly CatalogueSkill[], known: Masteries): string {
  const mastered = skills.filter(({ id }) => standing(known.get(id)) === "mastered").length;
  return `${mastered} of ${skills.length} mastered`;
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
    <tr className={fold.row}>
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
