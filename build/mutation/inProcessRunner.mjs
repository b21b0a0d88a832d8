/**
 * Judges mutants inside one process. Stryker's own vitest runner starts a worker and loads every
 * module anew for each of thousands of mutants, which takes hours; here the tests are simply called
 * again, with what comes before and after them.
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { beginFile, collected, finishing, withOuter } from './collectTests.mjs';
import { roomNamed } from './rooms.mjs';

const collector = new URL('./collectTests.mjs', import.meta.url).href;
/** A mutant that waits for what never comes is found: by many times what the test took without one. */
const longestMs = 20_000;
const waitsForEver = (spentMs) => Math.min(longestMs, 2_000 + 50 * spentMs);

/** A sample of every file: of each n mutants one is judged, the others count as errors, in no score. */
const everyNth = Number(process.env['QUAYSIDE_SAMPLE'] ?? 1);

class InProcessRunner {
  /** It asks Stryker for nothing. @type {[]} */
  static inject = [];

  /** What the instrumented code reads and writes: which mutant is active, what was covered. */
  instrumented = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

  /** Milliseconds each test took last. @type {Map<string, number>} */
  spent = new Map();

  /** Whose beforeAll was done in this run. @type {Set<import('./collectTests.mjs').Scope>} */
  opened = new Set();

  /** Nothing is loaded anew: what runs only while modules load is left out (`ignoreStatic`). */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Of a killed mutant nobody reads the smallest example.
    fc.configureGlobal({ endOnFailure: true });
    // What a mutant throws where nobody awaits it must not end the judge.
    for (const event of ['uncaughtException', 'unhandledRejection'])
      process.on(event, () => undefined);
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'vitest' && context.parentURL !== collector
          ? { url: collector, shortCircuit: true }
          : next(specifier, context),
    });
    const { tests, leaveOut, prepare } = roomNamed();
    await prepare?.();
    for (const file of globSync(tests).sort()) {
      if (leaveOut?.test(file)) continue;
      beginFile();
      // oxlint-disable-next-line quayside/layers -- found on disk, so that no new test is forgotten
      await import(pathToFileURL(path.resolve(file)).href).catch(({ message }) =>
        // JSX, or more of vitest than there is here.
        console.error(`Left out, because it cannot be loaded here: ${file}: ${message}`),
      );
    }
    await this.runWhatHolds();
  }

  /** Some tests fail when they are called once more in the same process: they cannot judge. */
  async runWhatHolds() {
    const tests = await this.run([...collected.keys()], false);
    for (const { id, failureMessage } of tests.filter(hasFailed)) {
      collected.delete(id);
      console.error(`Left out, because it fails without a mutant: ${id}: ${failureMessage}`);
    }
    return tests.filter((test) => !hasFailed(test));
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    this.instrumented.activeMutant = undefined;
    return {
      status: DryRunStatus.Complete,
      tests: await this.runWhatHolds(),
      mutantCoverage: this.instrumented.mutantCoverage,
    };
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, disableBail, hitLimit, testFilter }) {
    if (Number(activeMutant.id) % everyNth !== 0)
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: 'not in the sample' });
    Object.assign(this.instrumented, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const quickestFirst = (testFilter ?? [...collected.keys()]).toSorted(
      (a, b) => (this.spent.get(a) ?? 0) - (this.spent.get(b) ?? 0),
    );
    const tests = await this.run(quickestFirst, !disableBail);
    const endless = determineHitLimitReached(this.instrumented.hitCount, hitLimit);
    this.instrumented.activeMutant = undefined;
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
  }

  async run(ids, stopAtFailure) {
    const results = [];
    for (const id of ids) {
      const found = collected.get(id);
      if (found === undefined) continue;
      const result = await this.runOne(found);
      results.push(result);
      if (stopAtFailure && result.status === TestStatus.Failed) break;
    }
    await this.closeScopes();
    return results;
  }

  /** @param {import('./collectTests.mjs').CollectedTest} test */
  async runOne({ name, scope, run }) {
    const start = performance.now();
    const told = (more) => ({ id: name, name, timeSpentMs: performance.now() - start, ...more });
    this.instrumented.currentTestId = name;
    try {
      const spent = this.spent.get(name);
      const most = spent === undefined ? longestMs : waitsForEver(spent);
      await inTime(this.callWithHooks(scope, run), most);
      this.spent.set(name, performance.now() - start);
      return told({ status: TestStatus.Success });
    } catch (error) {
      return told({ status: TestStatus.Failed, failureMessage: String(error) });
    } finally {
      this.instrumented.currentTestId = undefined;
    }
  }

  async callWithHooks(inner, run) {
    const scopes = withOuter(inner);
    for (const scope of scopes) {
      if (this.opened.has(scope)) continue;
      this.opened.add(scope);
      await all(scope.beforeAll);
    }
    try {
      for (const scope of scopes) await all(scope.beforeEach);
      await run();
    } finally {
      await all(finishing.splice(0).toReversed());
      for (const scope of scopes.toReversed()) await all(scope.afterEach);
    }
  }

  /** Behind every mutant: what it has spoilt is no other's. */
  async closeScopes() {
    for (const scope of [...this.opened].toReversed())
      await inTime(all(scope.afterAll)).catch(() => undefined);
    this.opened.clear();
  }
}

function hasFailed({ status }) {
  return status === TestStatus.Failed;
}

async function all(hooks) {
  for (const hook of hooks) await hook();
}

function inTime(work, ms = longestMs) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'inProcess', InProcessRunner),
];
