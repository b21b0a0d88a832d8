/** What a page that is no longer ours could ask of the main process, by any name and with anything. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { dispatcher } from '../../../electron/main/dispatch.ts';
import { desktopApi } from '../../../shared/desktop/desktopApi.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { aWorker } from '../../electron/people/aPersonWithKey.ts';
import { aPrintedSheet } from '../../electron/printing/aPrintedSheet.ts';
import {
  aDraft,
  aStation,
  enrol,
  keptKeyIn,
  memoryKeyring,
} from '../../electron/station/aStation.ts';
import { loopbackCentral } from '../../electron/station/loopbackCentral.ts';
import { temporaryFolder } from '../../electron/temporaryFolder.ts';

export type IpcFigures = {
  readonly calls: number;
  readonly answers: Readonly<Record<string, number>>;
};

const anything = fc.anything({ withTypedArray: true, withMap: true, maxDepth: 4 });
const text = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.constantFrom(
    '__proto__',
    '../../../etc/passwd',
    'DORA1',
    '246810',
    'first',
    'a'.repeat(64),
    '',
  ),
  fc.stringMatching(/^[0-9a-f]{64}$/),
);
const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(9_000_000_000_000_000, -1, 0, 1),
);
const value = fc.oneof(text, number, anything);

/** A station at work, asked so many times. Nothing secret comes out, nothing throws, and it works on. */
export async function askAnything(wanted: number): Promise<IpcFigures> {
  const dora = { person: aWorker({ id: 'dora', badge: 'DORA1' }), pin: '246810' };
  const central = await loopbackCentral();
  central.employ(dora);
  const folder = await temporaryFolder();
  const keyring = memoryKeyring();
  const station = await aStation({ folder, keyring });
  await enrol(station, central.url);
  await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
  const sealed = await station.desktop.sealCommand({ draft: aDraft(anArrival()), pin: null });
  if (!sealed.ok) throw new Error(sealed.refusal.code);
  const { wrappedKey, salt } = await keptKeyIn(folder, keyring);
  const lines: string[] = [];
  const dispatch = dispatcher(
    station.desktop,
    (event, detail) => void lines.push(`${event} ${detail}`),
  );

  const names = Object.keys(desktopApi).filter(
    (name) => !['enrolStation', 'signOut'].includes(name),
  );
  const command = fc.record(
    Object.fromEntries(
      Object.entries(sealed.value).map(([key, it]) => [key, fc.oneof(fc.constant(it), value)]),
    ),
  );
  const shaped = fc.record(
    {
      badge: text,
      pin: fc.oneof(text, fc.constant(null)),
      draft: fc.oneof(fc.constant(aDraft(anArrival())), anything),
      sha256: text,
      bytes: fc.oneof(fc.uint8Array(), anything),
      ids: fc.array(text, { maxLength: 5 }),
      commands: fc.array(command, { maxLength: 3 }),
      afterSequence: number,
      limit: number,
      count: number,
      photos: fc.oneof(fc.constant(null), fc.array(text, { maxLength: 3 })),
      code: text,
      partly: fc.boolean(),
      key: text,
      held: anything,
      document: fc.oneof(fc.constant(aPrintedSheet()), anything),
      pictures: fc.oneof(fc.array(fc.uint8Array(), { maxLength: 3 }), anything),
      paper: fc.oneof(fc.constantFrom('A4', 'Letter'), text),
      fileName: text,
      elsewhere: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const call = fc.record({
    name: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: value },
    ),
    input: fc.oneof(shaped, value, fc.constant({})),
    isOurs: fc.integer({ min: 0, max: 9 }).map((it) => it > 0),
  });
  // What each ability asks for, and nothing else, so that some come through.
  const fitting = ({
    name,
    input,
  }: {
    readonly name: unknown;
    readonly input: unknown;
  }): unknown => {
    if (typeof name !== 'string' || !Object.hasOwn(desktopApi, name)) return input;
    const schema = desktopApi[name as keyof typeof desktopApi].input;
    const wants = Object.keys(schema.shape);
    if (input === null || typeof input !== 'object' || Array.isArray(input)) return input;
    return Object.fromEntries(Object.entries(input).filter(([key]) => wants.includes(key)));
  };
  const answers = new Map<string, number>();
  let calls = 0;
  // Each wrong PIN counts: after ten the badge is locked, which is what it should be.
  for (const { name, input, isOurs } of fc.sample(call, wanted)) {
    const given = calls % 2 === 0 ? fitting({ name, input }) : input;
    const answer = await dispatch(name, given, isOurs);
    calls += 1;
    const said = answer.ok ? 'answered' : answer.failure;
    answers.set(said, (answers.get(said) ?? 0) + 1);
    const whole = JSON.stringify(answer);
    for (const secret of [wrappedKey, salt, 'token-0', 'token-1', folder])
      expect(whole).not.toContain(secret);
  }
  expect(lines.filter((line) => !line.startsWith('notHandedIn'))).toEqual([]);
  const { journal } = await station.desktop.stationState({});
  // What it recorded under its own name is numbered one by one; nothing made up is among it.
  expect(journal.lastSequence).toBeLessThan(1 + calls);
  expect(journal.damagedLines).toBe(0);
  return { calls, answers: Object.fromEntries(answers) };
}
