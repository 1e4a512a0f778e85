"use client";

import { PageHead } from "../components/PageHead";
import type { Catalogue } from "./catalogue";
import { SessionProblem } from "./SessionProblem";
import { SessionStart } from "./SessionStart";
import { SessionSummary } from "./SessionSummary";
import { useSession } from "./use-session";

/** A session: begun, at one of its problems, or at its end. A reload finds it where it was. */
export function SessionView({ catalogue }: { readonly catalogue: Catalogue }) {
  const { ready, session, attempts, begin, goOn, end, leave } = useSession(catalogue.skills);
  if (!ready) {
    return (
      <PageHead title="A practice session">
        <p aria-busy="true">Looking for a session that you began …</p>
      </PageHead>
    );
  }
  if (!session) return <SessionStart onBegin={(size) => void begin(size)} />;
  if (session.done) {
    return (
      <SessionSummary
        catalogue={catalogue}
        session={session}
        attempts={attempts}
        onAgain={() => void leave()}
      />
    );
  }
  return (
    <SessionProblem
      session={session}
      attempts={attempts}
      onNext={() => void goOn(session)}
      onEnd={() => void end(session)}
    />
  );
}
