import styles from "./Busy.module.css";
import sheet from "./Sheet.module.css";

export interface BusyProps {
  /** What is being done; null where nothing takes long. */
  readonly words: string | null;
  readonly onCancel: () => void;
}

/** What is being done, with a way out of it. */
export function Busy({ words, onCancel }: BusyProps) {
  if (words === null) return null;
  return (
    <div className={styles.busy} role="status">
      <progress aria-label={words} />
      <span>{words} …</span>
      <button type="button" className={sheet.button} onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
