import sheet from "../components/Sheet.module.css";
import styles from "./Check.module.css";

export interface WaitingProps {
  readonly words: string;
  readonly examples: readonly { readonly title: string; readonly link: string }[];
  readonly onBegin: (link: string) => void;
}

/** What stands where the result will be: what to give, and problems to begin from. */
export function Waiting({ words, examples, onBegin }: WaitingProps) {
  return (
    <div className={styles.waiting}>
      <p>{words}</p>
      <ul>
        {examples.map(({ title, link }) => (
          <li key={title}>
            <button type="button" className={sheet.button} onClick={() => onBegin(link)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
