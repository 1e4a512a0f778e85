/**
 * Refuses to time contenders that compute different things; each has a function `call` and may have a `read`, which
 * gives its values in our order. Most peers compute in float32, hence the tolerance.
 */
export async function checkAgreement(what, [ours, ...peers]) {
  const expected = await valuesOf(ours);
  const scale = Math.max(1, ...expected.subarray(0, 10_000).map(Math.abs));
  for (const peer of peers) {
    const values = await valuesOf(peer);
    const differing = expected.findIndex(
      (value, index) => !(Math.abs(value - values[index]) <= 1e-4 * scale),
    );
    if (values.length !== expected.length || differing >= 0) {
      throw new Error(
        `${what}: ${peer.name} has ${values[differing]} at ${differing} of ${values.length}, we have ${expected[differing]} of ${expected.length}.`,
      );
    }
  }
}

async function valuesOf({ call }) {
  return (call.read ?? call)();
}
