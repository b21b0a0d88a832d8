import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadScreens } from './loadScreens.mjs';

/**
 * What is mutated, a room at a time, and the tests that must notice: `npm run mutation -- ROOM`, with
 * `QUAYSIDE_SAMPLE=n` one mutant in n.
 * @typedef {{
 *   readonly mutate: readonly string[],
 *   readonly tests: readonly string[],
 *   readonly leaveOut?: RegExp,
 *   readonly prepare?: () => Promise<unknown>,
 * }} Room
 */

/** A database of the browser where there is none. */
const inABrowser = () => import('fake-indexeddb/auto');

/** What central does with a command; other rooms' tests notice more than is counted here. */
function ofCentral(name) {
  return {
    mutate: [`central/${name}/**/*.ts`],
    tests: [`test/central/${name}/*.test.ts`, 'test/central/photos/photoEvidence.test.ts'],
    // Hundreds of generated cases or commands each.
    leaveOut: /(nonsense|anyOrder|moneyModel|manyOrderLines)\.test/,
    prepare: async () => {
      process.env['QUAYSIDE_ONLY_PGLITE'] = '1';
    },
  };
}

/** @type {Readonly<Record<string, Room>>} */
const rooms = {
  policy: {
    mutate: ['shared/policy/**/*.ts', 'shared/deadlines/**/*.ts'],
    tests: ['test/shared/{policy,deadlines}/**/*.test.ts'],
    // Thousands of generated cases and ten years of days per mutant would take days: the examples
    // must kill the mutants, and a few generated cases that a second reading of the policy judges.
    leaveOut: /(Properties|Independent)\.test\.ts$/,
    prepare: async () => {
      process.env['ORACLE_RUNS'] = '60';
      process.env['TURN_RUNS'] = '10';
    },
  },
  protocol: {
    mutate: ['renderer/protocol/**/*.ts'],
    tests: ['test/renderer/protocol/*.test.ts'],
  },
  recording: {
    mutate: ['renderer/recording/**/*.ts'],
    tests: ['test/renderer/{recording,actions,cases}/*.test.ts'],
    leaveOut: /(heldDecisions|meanwhile|serialsElsewhere)\.test/,
    prepare: async () => {
      await inABrowser();
      await loadScreens();
    },
  },
  journal: {
    mutate: ['electron/main/journal/**/*.ts'],
    tests: ['test/electron/journal/*.test.ts'],
    // Kills processes, which know nothing of a mutant.
    leaveOut: /journalProcesses\.test/,
    // Syncs and PINs cost most of the time of these tests, and no mutant is in either.
    prepare: async () => {
      if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm';
      const cheap = pathToFileURL(path.resolve('test/cheapSecrets.ts')).href;
      // oxlint-disable-next-line quayside/layers -- of the tests, which are what runs here
      (await import(cheap)).makeSecretsCheap();
    },
  },
  // What central decides without its database, by tests that need none.
  decisions: {
    mutate: [
      'central/commands/{acceptRecord,admitInBatch,answers,decideCommands,mayCountStill,mayRecord,readCommand,whyNotItsOwn}.ts',
      'central/cases/{caseBounds,dependencies,factsOfCase,goodsTakenBack,workingSet}.ts',
      'central/refunds/dueRefund.ts',
    ],
    tests: [
      'test/central/decisions/*.test.ts',
      'test/central/refunds/dueRefund.test.ts',
      'test/protocol/simulation.test.ts',
    ],
    prepare: async () => {
      process.env['SCHEDULES'] = '60';
    },
  },
  commands: ofCentral('commands'),
  refunds: ofCentral('refunds'),
  cases: ofCentral('cases'),
};

/** The room the command names; the policy when it names none. @returns {Room} */
export function roomNamed() {
  const name = process.env['QUAYSIDE_MUTATE'] ?? 'policy';
  const room = rooms[name];
  if (room === undefined) throw new Error(`No room ${name}: ${Object.keys(rooms).join(', ')}`);
  return room;
}
