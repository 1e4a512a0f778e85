/** Kept, so that no engine drops a call whose result nobody reads. */
const kept = { result: undefined };

/** How many calls fill one sample of about `milliseconds`; also warms the function up. */
function callsPerSample(call, milliseconds) {
  let calls = 1;
  for (;;) {
    const elapsed = sample(call, calls) * calls;
    if (elapsed >= milliseconds * 1e6) return calls;
    const needed = Math.ceil((calls * milliseconds * 1e6 * 1.1) / Math.max(elapsed, 1));
    calls = Math.min(Math.max(needed, calls + 1), calls * 10);
  }
}

/** Nanoseconds of processor time a call, over this many calls: what other programs take meanwhile does not count. */
function sample(call, calls) {
  const start = process.cpuUsage();
  for (let done = 0; done < calls; done++) kept.result = call();
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / calls;
}

/** A call that takes longer than this many samples takes part in three rounds only. */
const SLOW = 5;

/**
 * Nanoseconds a call for each contender and round, undefined where it sat the round out. Contenders take turns within
 * a round, and rounds begin with another one each, so that a slow spell of the machine meets them all; ratios are
 * taken within a round.
 */
export function interleave(calls, { rounds, milliseconds }) {
  const few = new Set([0, Math.floor(rounds / 2), rounds - 1]);
  const counts = calls.map((call) => callsPerSample(call, milliseconds));
  const slow = calls.map(
    (call, who) => counts[who] === 1 && sample(call, 1) > SLOW * milliseconds * 1e6,
  );
  const times = calls.map(() => Array.from({ length: rounds }));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < calls.length; turn++) {
      const who = (round + turn) % calls.length;
      if (!slow[who] || few.has(round)) times[who][round] = sample(calls[who], counts[who]);
    }
  }
  return times;
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
