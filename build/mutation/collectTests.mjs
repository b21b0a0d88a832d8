/**
 * Stands in for vitest while mutants are judged: tests are collected and called in this process,
 * `expect` is the real one.
 */
export { expect } from 'vitest';

/** @typedef {{ readonly name: string, readonly run: () => unknown }} CollectedTest */

/** @type {Map<string, CollectedTest>} */
export const collected = new Map();

/** @type {string[]} */
const path = [];

export function describe(name, body) {
  path.push(String(name));
  body();
  path.pop();
}

export function test(name, body) {
  const full = [...path, String(name)].join(' > ');
  let unique = full;
  for (let n = 2; collected.has(unique); n += 1) unique = `${full} (${n})`;
  collected.set(unique, { name: unique, run: body });
}

export const it = test;

describe.each = eachOf(describe);
test.each = eachOf(test);

/** Rows that are lists are spread, as vitest does; titles keep their placeholders. */
function eachOf(declare) {
  return (rows) => (name, body) => {
    for (const row of rows) declare(name, () => (Array.isArray(row) ? body(...row) : body(row)));
  };
}
