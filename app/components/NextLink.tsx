import Link from "next/link";
import { Icon } from "./Icon";
import styles from "./NextLink.module.css";

/** Where to go from here. */
export function NextLink({ slug, label }: { readonly slug: string; readonly label: string }) {
  return (
    <p className={styles.next}>
      <Link prefetch={false} href={`/learn/${slug}`} className={styles.link}>
        {label} <Icon name="forward" />
      </Link>
    </p>
  );
}
