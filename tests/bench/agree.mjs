/** Refuses to time contenders that compute different things. tfjs computes in float32, hence the tolerance. */
export function checkAgreement(what, contenders, pass) {
  const [ours, ...peers] = contenders.map(({ name, passes }) => ({
    name,
    values: (passes[pass].read ?? passes[pass])(),
  }));
  const scale = Math.max(1, ...ours.values.map(Math.abs).subarray(0, 10_000));
  for (const { name, values } of peers) {
    if (values === undefined) continue;
    const differing = ours.values.findIndex(
      (value, index) => !(Math.abs(value - values[index]) <= 1e-4 * scale),
    );
    if (values.length !== ours.values.length || differing >= 0) {
      throw new Error(
        `${what}: ${name} has ${values[differing]} at ${differing} of ${values.length}, we have ${ours.values[differing]}.`,
      );
    }
  }
}
