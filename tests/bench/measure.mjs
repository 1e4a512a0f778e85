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

/**
 * Nanoseconds a call for each contender and round, undefined where it sat the round out. Contenders take turns within
 * a round, and rounds begin with another one each, so that a slow spell of the machine meets them all; ratios are
 * taken within a round. A call may have a `prepare` of its own, which is not timed, and may promise its result.
 */
export async function interleave(calls, { rounds, milliseconds }) {
  const few = new Set([0, Math.floor(rounds / 2), rounds - 1]);
  const samplers = [];
  for (const call of calls) samplers.push(await samplerOf(call, milliseconds * 1e6));
  const times = calls.map(() => Array.from({ length: rounds }));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < calls.length; turn++) {
      const who = (round + turn) % calls.length;
      const { sample, slow } = samplers[who];
      if (!slow || few.has(round)) times[who][round] = await sample();
    }
  }
  return times;
}

/** Samples thrown away before quick calls are timed: engines take their time to find and compile them. */
const WARM_UP = 4;

/** Takes one sample of about `nanoseconds` at a time; making it also warms the call up. */
async function samplerOf(call, nanoseconds) {
  call.prepare?.();
  const take = typeof call()?.then === "function" ? sampleOfPromises : sampleOf;
  let calls = 1;
  for (;;) {
    const elapsed = (await take(call, calls)) * calls;
    if (elapsed >= nanoseconds) {
      const sample = take.bind(undefined, call, calls);
      const more = calls > 1 ? WARM_UP : 0;
      for (let done = 0; done < more; done++) await sample();
      return { sample, slow: elapsed > SLOW_MILLISECONDS * 1e6 * calls };
    }
    const needed = Math.ceil((calls * nanoseconds * 1.1) / Math.max(elapsed, 1));
    calls = Math.min(Math.max(needed, calls + 1), calls * 10);
  }
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
