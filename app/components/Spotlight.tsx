"use client";

import { boundsOf } from "../scene/bounds";
import styles from "./Spotlight.module.css";

/** A soft ground under the lit cells that glides from place to place as the window moves. */
export function Spotlight({ lit }: { readonly lit: readonly (readonly boolean[])[] }) {
  const bounds = boundsOf(lit);
  const place = bounds ?? { top: 0, left: 0, height: 0, width: 0 };
  return (
    <span
      aria-hidden="true"
      className={styles.spotlight}
      data-on={bounds ? true : undefined}
      style={{
        "--top": place.top,
        "--left": place.left,
        "--height": place.height,
        "--width": place.width,
      }}
    />
  );
}
