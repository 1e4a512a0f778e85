import styles from "./Footer.module.css";

/** The one convention that everything on the site rests on. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <p>
        Every number here is computed, none is typed. Convolution means cross-correlation, tensors
        are N×C×H×W, counting starts at 0.
      </p>
    </footer>
  );
}
