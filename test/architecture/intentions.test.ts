import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Fact } from '../../shared/facts/fact.ts';
import { choicesInFacts } from './choicesInFacts.ts';
import { filesBelow } from './filesBelow.ts';
import { importsOf, reachableFrom } from './importGraph.ts';
import {
  gaps,
  gapsInChoices,
  type Intention,
  intentions,
  notChosen,
  notIntentions,
} from './intentions.ts';

const renderer = path.resolve(import.meta.dirname, '../../renderer');
const actions = path.join(renderer, 'actions');
/** What records: the intentions, what writes them down, and what a station does when it starts. */
const recorders = ['actions', 'recording', 'station'];
const kinds = Fact.options.map((option) => option.shape.kind.value);
const running = reachableFrom(path.join(renderer, 'main.tsx'));

type Call = { readonly action: string; readonly by: string };

/** Who takes what from those rooms as a value, only where it really runs. */
const calls: readonly Call[] = ['screens', 'workflow', 'app', ...recorders]
  .flatMap((room) => filesBelow(path.join(renderer, room)).map((file) => `${room}/${file}`))
  .filter((file) => /\.tsx?$/.test(file) && running.has(path.join(renderer, file)))
  .flatMap((file) =>
    importsOf(path.join(renderer, file))
      .filter((taken) => recorders.includes(roomOf(path.relative(renderer, taken.file))))
      .flatMap(({ names }) => names.map((action) => ({ action, by: file }))),
  );
const fromScreens = calls.filter(({ by }) => !recorders.includes(roomOf(by)));

function roomOf(file: string): string {
  return file.split(path.sep).join('/').split('/')[0] ?? '';
}

/** The folders of screens that take it, themselves or by way of another action. */
function screensOf(action: string, asked: readonly string[] = []): readonly string[] {
  const screens = calls
    .filter((call) => call.action === action)
    .flatMap(({ by }) => {
      const [room = '', folder = ''] = by.split('/');
      if (!recorders.includes(room)) return [room === 'screens' ? folder : room];
      return asked.includes(by) ? [] : exportedBy(by).flatMap((a) => screensOf(a, [...asked, by]));
    });
  return [...new Set(screens)].toSorted();
}

function exportedBy(file: string): readonly string[] {
  const text = readFileSync(path.join(renderer, file), 'utf8');
  return [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name = '']) => name);
}

function textOf({ action, file = action }: Intention): string {
  const where = path.join(actions, `${file}.ts`);
  return existsSync(where) ? readFileSync(where, 'utf8') : '';
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
    expect(fromScreens.length).toBeGreaterThan(10);
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
    const named = intentions.map(({ action, file = action }) => `${file}.ts`);
    expect(recording.filter((file) => !named.includes(file) && file !== 'record.ts')).toEqual([]);
  });

  test('what screens take from the actions besides is named', () => {
    const named = [...intentions.map(({ action }) => action), ...notIntentions];
    const taken = fromScreens.map(({ action }) => action);
    expect(taken.filter((action) => !named.includes(action))).toEqual([]);
    expect(notIntentions.filter((action) => !taken.includes(action))).toEqual([]);
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

  test('every word a fact may carry is offered on some screen', () => {
    const working = [...running].filter((file) =>
      /\/renderer\/(screens|workflow|actions|components)\//.test(file.split(path.sep).join('/')),
    );
    const text = working.map((file) => readFileSync(file, 'utf8')).join('\n');
    const offered = (word: string, spelled: readonly string[]) =>
      text.includes(`'${word}'`) || spelled.some((all) => text.includes(all));
    const unoffered = choicesInFacts().flatMap(({ field, values, spelled }) =>
      values.filter((word) => !offered(word, spelled)).map((word) => `${field} ${word}`),
    );
    const known = [...Object.keys(gapsInChoices), ...notChosen];
    expect(unoffered.filter((choice) => !known.includes(choice))).toEqual([]);
    expect(known.filter((choice) => !unoffered.includes(choice))).toEqual([]);
  });
});
