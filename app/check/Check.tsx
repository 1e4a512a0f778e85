"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { MODE_WORDS } from "@/content/check";
import type { ChainPage } from "./chain/form";
import styles from "./Check.module.css";
import type { Form } from "./form";
import { CHAIN_KEEPING, LAYER_KEEPING } from "./keeping";
import { Layer } from "./Layer";
import sheet from "../components/Sheet.module.css";
import { keep, kept } from "../components/keep";
import { keepForm, showKept } from "../components/use-kept-form";

const Chain = lazy(() => import("./chain/Chain").then(({ Chain: shown }) => ({ default: shown })));

type Mode = "layer" | "chain";
const KEPT_MODE = "kernelwise.check.mode";

/** A problem of one's own: one operation, or a chain of layers. */
export function Check() {
  const [mode, setMode] = useState<Mode>("layer");
  const isChosen = useRef(false);

  useEffect(() => {
    const load = () => setMode(modeOf(window.location.hash.slice(1)));
    load();
    window.addEventListener("hashchange", load);
    return () => window.removeEventListener("hashchange", load);
  }, []);

  // What was typed in the other one is put away when that goes, so the link is this one's from here on.
  useEffect(() => {
    if (isChosen.current) showKept(mode === "chain" ? CHAIN_KEEPING : LAYER_KEEPING);
  }, [mode]);

  function choose(next: Mode) {
    keep(KEPT_MODE, next);
    isChosen.current = true;
    setMode(next);
  }

  function openChain(page: ChainPage) {
    keepForm(CHAIN_KEEPING, page);
    choose("chain");
  }

  function openLayer(form: Form) {
    keepForm(LAYER_KEEPING, form);
    choose("layer");
  }

  return (
    <div className={sheet.page}>
      <fieldset className={styles.modes}>
        <legend className="visually-hidden">What to check</legend>
        {(["layer", "chain"] as const).map((one) => (
          <label key={one} className={styles.mode}>
            <input
              type="radio"
              name="mode"
              className="visually-hidden"
              checked={mode === one}
              onChange={() => choose(one)}
            />
            {MODE_WORDS[one]}
          </label>
        ))}
      </fieldset>
      {mode === "layer" ? (
        <Layer onChain={openChain} />
      ) : (
        <Suspense fallback={null}>
          <Chain onLayer={openLayer} />
        </Suspense>
      )}
    </div>
  );
}

function modeOf(link: string): Mode {
  if (link !== "") return CHAIN_KEEPING.owns(link) ? "chain" : "layer";
  return kept(KEPT_MODE) === "chain" ? "chain" : "layer";
}
