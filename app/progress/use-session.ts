"use client";

import { type Session, advance, beginSession, endSession } from "@/lib/progress";
import type { CatalogueSkill } from "./catalogue";
import { newId } from "./new-id";
import { current, updateSession } from "./store";
import { useProgress } from "./use-progress";

const ID_LETTERS = 8;

/** The session at hand, shared by all tabs, and how to begin one, go on and leave it. */
export function useSession(skills: readonly CatalogueSkill[]) {
  const { ready, session, attempts } = useProgress();
  return {
    ready,
    session,
    attempts,
    begin: (size: number) => {
      const start = { id: newId().slice(0, ID_LETTERS), startedAt: Date.now(), size };
      const next = beginSession(start, skills, current().attempts, Math.random());
      return updateSession(() => next);
    },
    /** Goes on from a problem; where another tab has gone on from it already, that counts. */
    goOn: (from: Session) => {
      const next = advance(from, skills, current().attempts, Math.random());
      return updateSession((kept) => (isSame(kept, from) ? next : kept));
    },
    leave: () => updateSession(() => undefined),
    /** Ends it here, to see what was learned so far; one in which nothing was tried is left. */
    end: (from: Session) => {
      const ended = endSession(from, current().attempts);
      const next = ended.problems.length > 0 ? ended : undefined;
      return updateSession((kept) => (kept?.id === from.id ? next : kept));
    },
  };
}

function isSame(one: Session | undefined, other: Session): boolean {
  return one?.id === other.id && one.problems.length === other.problems.length;
}
