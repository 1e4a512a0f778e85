import Link from "next/link";
import { Doors } from "./Doors";
import styles from "./Header.module.css";
import { KeyboardHelp } from "./KeyboardHelp";
import { ThemeSwitch } from "./ThemeSwitch";

/** The wordmark, the doors that are open, the theme and the keyboard help. */
export function Header() {
  return (
    <header className={styles.header}>
      <Link prefetch={false} href="/" className={styles.wordmark}>
        Kernelwise
      </Link>
      <Doors />
      <div className={styles.tools}>
        <ThemeSwitch />
        <KeyboardHelp />
      </div>
    </header>
  );
}
