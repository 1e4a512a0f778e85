import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { latestWorker, spare } from "@/app/components/latest-worker";

interface Sent {
  readonly id: number;
  readonly request: string;
}

/** A worker that loads, and answers, when it is told to. */
class Told extends EventTarget {
  readonly sent: Sent[] = [];
  isThere = true;
  readonly postMessage = (sent: Sent) => this.sent.push(sent);
  readonly terminate = () => {
    this.isThere = false;
  };

  load() {
    this.say(0, {});
  }

  say(id: number, reply: object) {
    this.dispatchEvent(new MessageEvent("message", { data: { id, reply } }));
  }

  /** Answers what was sent last. */
  answer() {
    const { id = 0, request = "" } = this.sent.at(-1) ?? {};
    this.say(id, { to: request });
  }
}

const made: Told[] = [];
const replies: object[] = [];
const requestsOf = (worker?: Told) => worker?.sent.map(({ request }) => request);

function newWorker(): Worker {
  made.push(new Told());
  return made.at(-1) as unknown as Worker;
}

function begun() {
  const worker = latestWorker(newWorker);
  const ask = (request: string) => worker.ask(request, (reply) => replies.push(reply));
  return { ...worker, ask };
}

beforeEach(() => {
  vi.useFakeTimers();
  made.length = 0;
  replies.length = 0;
});
afterEach(() => vi.useRealTimers());

describe("a worker that answers the latest request", () => {
  it("is asked only for what was typed last while it loads, however long that takes", () => {
    const { ask } = begun();
    for (const request of ["1", "1 2", "1 2 3"]) ask(request);
    vi.advanceTimersByTime(60_000);
    expect(requestsOf(made[0])).toEqual([]);
    made[0]?.load();
    made[0]?.answer();
    expect([made.length, requestsOf(made[0]), replies]).toEqual([1, ["1 2 3"], [{ to: "1 2 3" }]]);
  });

  it("is kept where it is soon done with an old request, whose answer is not shown", () => {
    const { ask } = begun();
    made[0]?.load();
    ask("old");
    ask("new");
    made[0]?.answer();
    vi.advanceTimersByTime(60_000);
    made[0]?.answer();
    expect([made.length, requestsOf(made[0]), replies]).toEqual([
      1,
      ["old", "new"],
      [{ to: "new" }],
    ]);
  });

  it("is replaced where it stays with an old request, though one goes on typing", () => {
    const { ask } = begun();
    made[0]?.load();
    ask("old");
    for (const request of ["n", "ne", "new"]) {
      ask(request);
      vi.advanceTimersByTime(200);
    }
    expect([made[0]?.isThere, made.length]).toEqual([false, 2]);
    made[1]?.load();
    made[1]?.answer();
    expect([requestsOf(made[1]), replies]).toEqual([["new"], [{ to: "new" }]]);
  });

  it("is one that has loaded already, where one has nothing to do", () => {
    spare.set(newWorker, newWorker());
    begun().ask("1");
    expect([made.length, requestsOf(made[0]), spare.size]).toEqual([1, ["1"], 0]);
  });

  it("tells what it is at, of the latest request alone", () => {
    const { ask } = begun();
    made[0]?.load();
    ask("old");
    made[0]?.say(1, { kind: "stage", words: "Reading" });
    ask("new");
    made[0]?.say(1, { kind: "stage", words: "Drawing" });
    expect(replies).toEqual([{ kind: "stage", words: "Reading" }]);
  });

  it("is gone for good once it is stopped", () => {
    const { ask, stop } = begun();
    made[0]?.load();
    ask("old");
    ask("new");
    stop();
    vi.advanceTimersByTime(60_000);
    expect([made[0]?.isThere, made.length]).toEqual([false, 1]);
  });
});
