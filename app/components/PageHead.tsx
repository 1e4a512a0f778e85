import type { ReactNode } from "react";
import styles from "./PageHead.module.css";

export interface PageHeadProps {
  /** Where the page lies, in small print above the title. */
  readonly over?: ReactNode;
  readonly title: ReactNode;
  /** The lead under it. */
  readonly children?: ReactNode;
  /** Whether the lead is as wide as what stands under it, and not as narrow as prose. */
  readonly wide?: boolean;
}

/** The head of a page: its one h1, and the lead. */
export function PageHead({ over, title, children, wide }: PageHeadProps) {
  return (
    <header className={styles.head}>
      {over ? <p className={styles.over}>{over}</p> : null}
      <h1 className={styles.title}>{title}</h1>
      {children ? (
        <div className={styles.lead} data-wide={wide}>
          {children}
        </div>
      ) : null}
    </header>
  );
}
