"use client";

import { lazy, Suspense, useState } from "react";
import { Fold } from "../../components/Fold";
import type { CardLink } from "../rendered-card";
import styles from "./Lab.module.css";

const LabForm = lazy(() => import("./LabForm"));

/** A lab, folded away; what computes it is loaded when it is opened. */
export function LabFold({ lab: { id, title } }: { readonly lab: CardLink }) {
  const [open, setOpen] = useState(false);
  return (
    <Fold title={`Try it: ${title}`} open={open} onToggle={setOpen}>
      <div className={styles.body}>
        {open ? (
          <Suspense fallback={<p className={styles.lead}>One moment.</p>}>
            <LabForm id={id} />
          </Suspense>
        ) : null}
      </div>
    </Fold>
  );
}
