/** Kept, so that no engine drops a call whose result nobody reads. */
const kept = { result: undefined };

/**
 * Nanoseconds: of processor time where there is a clock of it, since what other programs take meanwhile then does not
 * count; else of the day.
 */
const now = globalThis.process?.cpuUsage ? processorTime : () => performance.now() * 1e6;

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/** A call that takes longer than this takes part in three rounds only. */
const SLOW_MILLISECONDS = 2000;

/** A round that the machine disturbed is taken again, but not for longer than this. */
const PATIENCE_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 300;

/**
 * Nanoseconds a call for each contender and round, undefined where it sat the round out. Contenders take turns within
 * a round, and rounds begin with another one each, so that a slow spell of the machine meets them all; ratios are
 * taken within a round. `isCalm` says of a round's times whether the machine was left alone. A call may have a `prepare`
 * of its own, which is not timed, and says by `isPromising` that it promises its result; or it has a `sample` of its
 * own, which times it elsewhere.
 */
export async function interleave(calls, { rounds, milliseconds }, isCalm = () => true) {
  const few = new Set([0, Math.floor(rounds / 2), rounds - 1]);
  const samplers = [];
  for (const call of calls) samplers.push(await samplerOf(call, milliseconds * 1e6));
  const taken = [];
  let lost = 0;
  while (taken.length < rounds) {
    const start = performance.now();
    const times = await roundOf(samplers, taken.length, few.has(taken.length));
    if (isCalm(times) || lost > PATIENCE_MILLISECONDS) taken.push(times);
    else {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
      lost += performance.now() - start;
    }
  }
  return calls.map((_, who) => taken.map((times) => times[who]));
}

/** A time of each contender, the first of them another one each round; slow ones sit most rounds out. */
async function roundOf(samplers, round, isForAll) {
  const times = samplers.map(() => undefined);
  for (let turn = 0; turn < samplers.length; turn++) {
    const who = (round + turn) % samplers.length;
    const { take, slow } = samplers[who];
    if (!slow || isForAll) times[who] = await take();
  }
  return times;
}

/** Full samples thrown away before a call is timed, since engines take their time to compile it; fewer of long ones. */
const WARM_UP = 4;
const WARM_UP_MILLISECONDS = 1000;

/** Takes one sample of at least `nanoseconds` at a time; making it warms the call up. */
async function samplerOf(call, nanoseconds) {
  const take = call.sample ?? ((calls) => sample(call, calls));
  let calls = 1;
  let each = 0;
  let full = 0;
  for (let spent = 0; full < WARM_UP && spent < WARM_UP_MILLISECONDS * 1e6; spent += each * calls) {
    if (each * calls < nanoseconds) calls = more(calls, each, nanoseconds);
    each = await take(calls);
    if (each * calls >= nanoseconds) full++;
  }
  return { take: () => take(calls), slow: each > SLOW_MILLISECONDS * 1e6 };
}

/** Calls that would fill a sample at this pace and a little over, but no more than ten times as many as before. */
function more(calls, each, nanoseconds) {
  if (each === 0) return calls;
  return Math.min(Math.max(Math.ceil((nanoseconds * 1.1) / each), calls + 1), calls * 10);
}

/** Nanoseconds that each of so many calls takes. */
export function sample(call, calls) {
  return call.isPromising ? sampleOfPromises(call, calls) : sampleOf(call, calls);
}

function sampleOf(call, calls) {
  call.prepare?.();
  const start = now();
  for (let done = 0; done < calls; done++) kept.result = call();
  return (now() - start) / calls;
}

/** Apart from `sampleOf`, so that only what promises its result pays for waiting. */
async function sampleOfPromises(call, calls) {
  call.prepare?.();
  const start = now();
  for (let done = 0; done < calls; done++) kept.result = await call();
  return (now() - start) / calls;
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
