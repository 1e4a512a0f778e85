"use client";

import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import type { OwnNumbersSpec } from "@/content";
import { Fold } from "./Fold";
import styles from "./OwnNumbersBlock.module.css";

const OwnNumbers = lazy(() => import("../own/OwnNumbers"));

const never = () => () => {};

function addressHasNumbers(): boolean {
  return /[?&](x|w|dy|stride|padding|dilation)=/.test(window.location.search);
}

/** "Try your own numbers": what computes it is loaded when it is opened, by hand or by a link. */
export function OwnNumbersBlock({ block }: { readonly block: OwnNumbersSpec }) {
  const linked = useSyncExternalStore(never, addressHasNumbers, () => false);
  const [choice, setChoice] = useState<boolean | null>(null);
  const open = choice ?? linked;

  return (
    <div className={styles.own}>
      <Fold title="Try your own numbers" open={open} onToggle={setChoice}>
        <p className={styles.lead}>
          Change any number. Everything is worked out again at once, and the address keeps it, so
          that a link brings back what you see.
        </p>
        <div className={styles.body}>
          {open ? (
            <Suspense fallback={<p className={styles.lead}>One moment.</p>}>
              <OwnNumbers spec={block} />
            </Suspense>
          ) : null}
        </div>
      </Fold>
    </div>
  );
}
