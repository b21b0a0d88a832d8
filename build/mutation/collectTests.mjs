/**
 * Stands in for vitest while mutants are judged: tests are collected and called in this process,
 * `expect` is the real one.
 */
import { expect as realExpect, vi } from 'vitest';

export { vi };

/**
 * A file, or a describe in one, with what is done before and after its tests.
 * @typedef {(() => unknown)[]} Hooks
 * @typedef {{ readonly name: string, readonly outer: Scope | null, readonly beforeAll: Hooks,
 *   readonly afterAll: Hooks, readonly beforeEach: Hooks, readonly afterEach: Hooks }} Scope
 * @typedef {{ readonly name: string, readonly scope: Scope, readonly run: () => unknown }} CollectedTest
 */

/** @type {Map<string, CollectedTest>} */
export const collected = new Map();

/** @type {Scope} */
let scope = scopeIn(null, '');

/** What is collected from now on is of another file. */
export function beginFile() {
  scope = scopeIn(null, '');
}

/** @returns {Scope} */
function scopeIn(outer, name) {
  return { name, outer, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}

/** From the file down to this one. @returns {readonly Scope[]} */
export function withOuter(inner) {
  return inner === null ? [] : [...withOuter(inner.outer), inner];
}

/** Options may stand between the name and the body. */
const bodyIn = (given) => given.find((it) => typeof it === 'function');

export function describe(name, ...given) {
  const outer = scope;
  scope = scopeIn(outer, String(name));
  bodyIn(given)();
  scope = outer;
}

export function test(name, ...given) {
  const names = withOuter(scope).map((it) => it.name);
  const full = [...names, String(name)].filter((it) => it !== '').join(' > ');
  let unique = full;
  for (let n = 2; collected.has(unique); n += 1) unique = `${full} (${n})`;
  collected.set(unique, { name: unique, scope, run: bodyIn(given) });
}

export const it = test;

export const beforeAll = (body) => scope.beforeAll.push(body);
export const afterAll = (body) => scope.afterAll.push(body);
export const beforeEach = (body) => scope.beforeEach.push(body);
export const afterEach = (body) => scope.afterEach.push(body);

/** What the test that runs has asked to be done behind it. @type {Hooks} */
export const finishing = [];
export const onTestFinished = (body) => finishing.push(body);

describe.each = eachOf(describe);
test.each = eachOf(test);
describe.skipIf = (isSkipped) => (isSkipped ? () => undefined : describe);
test.skipIf = (isSkipped) => (isSkipped ? () => undefined : test);

/** Rows that are lists are spread, as vitest does; titles keep their placeholders. */
function eachOf(declare) {
  return (rows) =>
    (name, ...given) => {
      const body = bodyIn(given);
      for (const row of rows) declare(name, () => (Array.isArray(row) ? body(...row) : body(row)));
    };
}

const patienceMs = 5_000;

/** Vitest's own poll wants to know of vitest's test. */
function poll(value, { timeout = patienceMs } = {}) {
  const until = performance.now() + timeout;
  const once = async (name, expected) => {
    for (;;) {
      try {
        // oxlint-disable-next-line vitest/valid-expect -- the matcher is the one the test names
        return realExpect(await value())[name](...expected);
      } catch (failure) {
        if (performance.now() > until) throw failure;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  return new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...expected) =>
          once(name, expected),
    },
  );
}

export const expect = new Proxy(realExpect, {
  get: (target, name) => (name === 'poll' ? poll : Reflect.get(target, name)),
});
