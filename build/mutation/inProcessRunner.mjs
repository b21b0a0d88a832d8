/**
 * Judges mutants inside one process. Stryker's own vitest runner starts a worker and loads every
 * module anew for each of thousands of mutants, which takes hours; the decision core is pure, so its
 * tests can simply be called again.
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
import { collected } from './collectTests.mjs';

const collector = new URL('./collectTests.mjs', import.meta.url).href;
const testFiles = 'test/shared/{policy,deadlines}/**/*.test.ts';
// Thousands of generated cases and ten years of days per mutant would take days: the examples must
// kill the mutants, and a few generated cases that a second reading of the policy judges.
const tooLong = /(Properties|Independent)\.test\.ts$/;
process.env['ORACLE_RUNS'] = '60';
process.env['TURN_RUNS'] = '10';

class InProcessRunner {
  /** It asks Stryker for nothing. @type {[]} */
  static inject = [];

  /** What the instrumented code reads and writes: which mutant is active, what was covered. */
  instrumented = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

  /** Milliseconds each test took last. @type {Map<string, number>} */
  spent = new Map();

  /** Nothing is loaded anew: what runs only while modules load is left out (`ignoreStatic`). */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Of a killed mutant nobody reads the smallest example.
    fc.configureGlobal({ endOnFailure: true });
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'vitest' && context.parentURL !== collector
          ? { url: collector, shortCircuit: true }
          : next(specifier, context),
    });
    for (const file of globSync(testFiles).sort()) {
      if (tooLong.test(file)) continue;
      // oxlint-disable-next-line quayside/layers -- found on disk, so that no new test is forgotten
      await import(pathToFileURL(path.resolve(file)).href);
    }
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    this.instrumented.activeMutant = undefined;
    const tests = await this.run([...collected.keys()], false);
    return {
      status: DryRunStatus.Complete,
      tests,
      mutantCoverage: this.instrumented.mutantCoverage,
    };
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, disableBail, hitLimit, testFilter }) {
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
      const result = await this.runOne(id);
      results.push(result);
      if (stopAtFailure && result.status === TestStatus.Failed) break;
    }
    return results;
  }

  async runOne(id) {
    const start = performance.now();
    const told = (more) => ({ id, name: id, timeSpentMs: performance.now() - start, ...more });
    this.instrumented.currentTestId = id;
    try {
      await collected.get(id)?.run();
      this.spent.set(id, performance.now() - start);
      return told({ status: TestStatus.Success });
    } catch (error) {
      return told({ status: TestStatus.Failed, failureMessage: String(error) });
    } finally {
      this.instrumented.currentTestId = undefined;
    }
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'inProcess', InProcessRunner),
];
