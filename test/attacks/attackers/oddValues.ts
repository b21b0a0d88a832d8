/** Values nobody means, for any field of anything that is sent. */
export const oddValues: readonly unknown[] = [
  '__proto__',
  'constructor',
  'a\u0000b',
  '\ud800',
  'x'.repeat(1000),
  '',
  '1971-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '1971-01-01',
  'Mars/Phobos',
  '../../..',
  -1,
  0.1 + 0.2,
  1e300,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  [],
  {},
  undefined,
];

export type Path = readonly (string | number)[];

/** Where the values of a thing lie, those in the middle included. */
export function leavesOf(value: unknown, at: Path = []): readonly Path[] {
  if (value === null || typeof value !== 'object') return [at];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length === 0 ? inside : [at, ...inside];
}

export function withLeaf(value: unknown, [step, ...rest]: Path, odd: unknown): unknown {
  if (step === undefined) return odd;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (index === step ? withLeaf(one, rest, odd) : one));
  const entries = Object.entries(Object(value) as object);
  return Object.fromEntries(
    entries.map(([key, one]) => [key, key === step ? withLeaf(one, rest, odd) : (one as unknown)]),
  );
}
