"use client";

import { lazy, Suspense, useState } from "react";
import { PageHead } from "../components/PageHead";
import type { Catalogue } from "./catalogue";
import { SessionStart } from "./SessionStart";
import { SessionSummary } from "./SessionSummary";
import { useSession } from "./use-session";

const SessionProblem = lazy(() => import("./SessionProblem"));

/** A session: begun, at one of its problems, or at its end. A reload finds it where it was. */
export function SessionView({ catalogue }: { readonly catalogue: Catalogue }) {
  const { ready, session, attempts, begin, goOn, end, leave } = useSession(catalogue.skills);
  const [hasActed, setActed] = useState(false);
  const acting = (done: Promise<void>) => {
    setActed(true);
    void done;
  };
  if (!ready) return <Waiting />;
  if (!session)
    return <SessionStart isArrival={hasActed} onBegin={(size) => acting(begin(size))} />;
  if (session.done) {
    return (
      <SessionSummary
        catalogue={catalogue}
        session={session}
        attempts={attempts}
        isArrival={hasActed}
        onAgain={() => acting(leave())}
      />
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      <SessionProblem
        session={session}
        attempts={attempts}
        isArrival={hasActed}
        onNext={() => acting(goOn(session))}
        onEnd={() => acting(end(session))}
      />
    </Suspense>
  );
}

function Waiting() {
  return (
    <PageHead title="A practice session">
      <p aria-busy="true">Looking for a session that you began …</p>
    </PageHead>
  );
}
