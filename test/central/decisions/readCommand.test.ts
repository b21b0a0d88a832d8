import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readCommand } from '../../../central/commands/readCommand.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { sealed } from './aBatch.ts';

const [whole] = sealed([anArrival()]);
if (!whole?.command) throw new Error('nothing was sealed');
const command = whole.command;

test('what can be read is read whole, and held against its own hash', () => {
  expect(whole).toMatchObject({
    id: command.fact.id,
    hash: command.hash,
    contentHash: command.hash,
    trouble: '',
  });
  const altered = readCommand({ ...command, sequence: 2 });
  expect(altered.hash).toBe(command.hash);
  expect(altered.contentHash).not.toBe(command.hash);
});

test('of what a newer station sends is read what is needed to put it in its place', () => {
  const newer = { ...command, fact: { ...command.fact, kind: 'weighed' } };
  expect(readCommand(newer)).toMatchObject({
    id: command.fact.id,
    stationId: 'station-1',
    sequence: 1,
    previousHash: command.previousHash,
    hash: command.hash,
    command: null,
    envelope: JSON.stringify(newer),
  });
  expect(readCommand(newer).trouble).toMatch(/^fact\.kind: /);
});

test('what is no command at all is kept under the hash of its text', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  for (const raw of ['a text', 7, null])
    expect(readCommand(raw)).toMatchObject({
      id: hashOf(JSON.stringify(raw)),
      stationId: null,
      sequence: null,
      command: null,
    });
  expect(readCommand('a text').trouble).toMatch(/^command: /);
  expect(readCommand(undefined).envelope).toBe('null');
});

test('names of another form are none', () => {
  const odd = {
    ...command,
    stationId: 'no/path',
    sequence: 0,
    previousHash: 'x',
    hash: 'F'.repeat(64),
  };
  expect(readCommand({ ...odd, fact: { ...command.fact, id: ' ' } })).toMatchObject({
    stationId: null,
    sequence: null,
    previousHash: null,
    hash: null,
  });
});

test('text no database keeps is put aside unread, and said so', () => {
  for (const note of ['a\u0000b', '\ud800'])
    expect(readCommand({ ...command, fact: { ...command.fact, note } })).toMatchObject({
      command: null,
      trouble: 'holds text no database keeps',
    });
  const harmless = { ...command, fact: { ...command.fact, note: 'a backslash, \\u0000' } };
  expect(readCommand(harmless).command).not.toBe(null);
});

test('what was sent is quoted only in characters every database keeps, and not at length', () => {
  const { trouble } = readCommand({ ...command, ['ü'.repeat(400)]: 1 });
  expect(trouble).toMatch(/^[\x20-\x7e]{1,300}$/);
  expect(trouble).toContain('??');
});

test('what is nested too deeply is not kept', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) });
  expect(readCommand(nested(24)).envelope).not.toBe(null);
  expect(readCommand(nested(25))).toEqual({
    id: 'unreadable',
    stationId: null,
    sequence: null,
    previousHash: null,
    hash: null,
    contentHash: '',
    command: null,
    trouble: 'nested too deeply',
    envelope: null,
  });
});
