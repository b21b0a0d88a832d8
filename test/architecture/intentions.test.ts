import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Fact } from '../../shared/returns/fact.ts';
import { filesBelow } from './filesBelow.ts';
import { importsOf, reachableFrom } from './importGraph.ts';
import { gaps, type Intention, intentions, notIntentions } from './intentions.ts';

const renderer = path.resolve(import.meta.dirname, '../../renderer');
const actions = path.join(renderer, 'actions');
const kinds = Fact.options.map((option) => option.shape.kind.value);
const running = reachableFrom(path.join(renderer, 'main.tsx'));

/** Who takes what from renderer/actions as a value, only where it really runs. */
const calls = ['screens', 'app']
  .flatMap((room) =>
    filesBelow(path.join(renderer, room)).map((file) => path.join(renderer, room, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && running.has(file))
  .flatMap((file) =>
    importsOf(file)
      .filter((taken) => path.dirname(taken.file) === actions)
      .flatMap((taken) => taken.names.map((action) => ({ action, screen: screenOf(file) }))),
  );

function screenOf(file: string): string {
  const [room = '', folder = ''] = path.relative(renderer, file).split(path.sep);
  return room === 'app' ? 'app' : folder;
}

function screensOf(action: string): readonly string[] {
  return [
    ...new Set(calls.filter((call) => call.action === action).map((call) => call.screen)),
  ].toSorted();
}

function textOf({ action }: Intention): string {
  const file = path.join(actions, `${action}.ts`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Exported functions of renderer/actions that record a fact. */
const recording = filesBelow(actions).filter(
  (file) =>
    /export async function \w+\([^)]*\bcontext: ActionContext/.test(
      readFileSync(path.join(actions, file), 'utf8'),
    ) && /\brecord[<(]/.test(readFileSync(path.join(actions, file), 'utf8')),
);

describe('Nothing hangs on nothing', () => {
  test('the sources were read', () => {
    expect(running.size).toBeGreaterThan(200);
    expect(calls.length).toBeGreaterThan(10);
    expect(recording.length).toBeGreaterThan(10);
  });

  test('every kind of fact has an intention that writes it', () => {
    const written = intentions.map((intention) => intention.writes);
    const nobodys = kinds.filter((kind) => !written.includes(kind) && !(kind in gaps));
    expect(nobodys).toEqual([]);
    expect(written.filter((kind) => kind !== null && !kinds.some((k) => k === kind))).toEqual([]);
  });

  test.each(intentions)('$action is a function that writes $writes', (intention) => {
    const text = textOf(intention);
    expect(text).toMatch(new RegExp(`export (async )?function ${intention.action}\\b`));
    if (intention.writes !== null) expect(text).toContain(`kind: '${intention.writes}'`);
  });

  test.each(intentions)(
    '$action is called from the screens it names, and by no other',
    (intention) => {
      expect(screensOf(intention.action)).toEqual([...intention.screens].toSorted());
    },
  );

  test('every intention is reached from some screen', () => {
    const unreached = intentions.filter(({ action }) => screensOf(action).length === 0);
    expect(unreached.map(({ action }) => action).filter((action) => !(action in gaps))).toEqual([]);
  });

  test('every action that records is an intention of somebody', () => {
    const named = intentions.map(({ action }) => `${action}.ts`);
    expect(recording.filter((file) => !named.includes(file) && file !== 'record.ts')).toEqual([]);
  });

  test('what screens take from the actions besides is named', () => {
    const named = [...intentions.map(({ action }) => action), ...notIntentions];
    expect(calls.map(({ action }) => action).filter((action) => !named.includes(action))).toEqual(
      [],
    );
  });

  test('a gap that is closed leaves the list', () => {
    const closed = Object.keys(gaps).filter(
      (gap) =>
        screensOf(gap).length > 0 ||
        intentions.some(({ writes }) => writes !== null && writes === gap),
    );
    expect(closed).toEqual([]);
    expect(Object.values(gaps).filter((why) => !/^issue \d+, line \d+: /.test(why))).toEqual([]);
  });
});
