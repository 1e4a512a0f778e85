"use client";

import Link from "next/link";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { focusHead } from "../components/focus-head";
import { CopyButton } from "../components/CopyButton";
import { PageHead } from "../components/PageHead";
import { ConventionMenu } from "./ConventionMenu";
import styles from "./Practice.module.css";
import { Problem } from "./Problem";
import type { ProblemAddress, ProblemScene } from "./types";
import { searchOf } from "./address";
import { useAddress } from "./use-address";
import { useConventions } from "./use-conventions";
import { useKept } from "./use-kept";
import { useEngine, useProblem } from "./use-problem";

const Ladder = lazy(() => import("./Ladder"));

/** Problems of one type, one after another; the first is there before anything is loaded. */
export function Practice({ first }: { readonly first: ProblemScene }) {
  const { conventions, choose } = useConventions();
  const [address, goTo] = useAddress(first.address.type, conventions);
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (moves > 0) focusHead();
  }, [moves]);
  const engine = useEngine();
  const [rung, keepRung] = useKept(`ladder:${first.address.type}`);
  const isAlive = useSyncExternalStore(never, yes, no);
  const problem = useProblem(address, first, engine);
  if (problem.state === "refused")
    return <Refused type={first.address.type} refusal={problem.refusal} title={first.title} />;
  const { scene } = problem;
  const { type, level, seed } = scene.address;
  const go = (to: ProblemAddress) => {
    goTo(to);
    setMoves(moves + 1);
  };
  const onRung = (next: string) => {
    keepRung(next);
    setMoves(moves + 1);
  };
  const isOnLadder = rung !== null && rung !== "";
  return (
    <article aria-busy={problem.state === "loading"} className={styles.page}>
      <div className={styles.menu}>
        <ConventionMenu conventions={conventions} onChoose={choose} />
      </div>
      <PageHead
        over={
          <>
            <Link prefetch={false} href="/practice">
              Practise
            </Link>{" "}
            <span className={styles.wide}>· {scene.topic.toLowerCase()} </span>· level {level}{" "}
            <span className={styles.wide}>· seed {seed} </span>
            <span className={styles.link}>
              · <CopyButton label="Copy link" text={() => linkTo(scene)} />
            </span>
          </>
        }
        title={scene.title}
        wide
      >
        {isOnLadder ? null : <div dangerouslySetInnerHTML={{ __html: scene.statement }} />}
      </PageHead>
      {isOnLadder ? (
        engine ? (
          <Suspense fallback={null}>
            <Ladder
              type={type}
              engine={engine}
              reader={conventions}
              go={go}
              rung={Number(rung)}
              onRung={(next) => onRung(String(next))}
              onLeave={() => onRung("")}
            />
          </Suspense>
        ) : null
      ) : (
        <Problem
          key={scene.key}
          scene={scene}
          engine={engine}
          reader={conventions}
          go={go}
          waiting={waitingFor(problem.state, isAlive)}
          onLadder={() => onRung("0")}
        />
      )}
    </article>
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

/** Nothing can be typed before the page is alive and its own problem there, so that nothing typed is lost. */
function waitingFor(state: "ready" | "loading", isAlive: boolean): string | undefined {
  if (!isAlive) return "One moment, the page is getting ready.";
  return state === "loading" ? "One moment, the problem of this link is being drawn." : undefined;
}

function linkTo({ address, version }: ProblemScene): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${searchOf({ ...address, version })}`;
}

function Refused({
  type,
  title,
  refusal,
}: {
  readonly type: string;
  readonly title: string;
  readonly refusal: string;
}) {
  return (
    <PageHead
      over={
        <Link prefetch={false} href="/practice">
          Practise
        </Link>
      }
      title={title}
    >
      <p role="alert">{refusal}</p>
      <p>
        <a href={`/practice/${type}?seed=1&level=1`}>Begin with the first problem</a>
      </p>
    </PageHead>
  );
}
