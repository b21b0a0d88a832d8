import { describe, expect, test } from 'vitest';
import { hasForgotten, standingOfLine } from '../../../renderer/protocol/reconciling.ts';

describe('A line of the journal', () => {
  test.each([
    ['is struck off once central took it', 'accepted', false, 'answered'],
    ['is struck off once central refused it', 'refused', false, 'answered'],
    ['is struck off though its place in the outbox is still there', 'accepted', true, 'answered'],
    ['stays while it waits', 'here', true, 'kept'],
    ['stays while central has put it off', 'sent', true, 'kept'],
    ['is stored again without its place in the outbox', 'here', false, 'lost'],
    ['is stored again without it, put off or not', 'sent', false, 'lost'],
    ['is stored again without its fact', null, true, 'lost'],
    ['is stored again without either', null, false, 'lost'],
  ] as const)('%s', (_, acceptance, isWaiting, standing) => {
    const row = acceptance === null ? undefined : { acceptance };
    expect(standingOfLine({ row, isWaiting })).toBe(standing);
  });
});

describe('The database', () => {
  const sound = { isFresh: false, journalled: 9, stored: 9, broughtBack: 0, answered: 0 };
  test.each([
    ['forgot nothing where it holds what was journalled', sound, false],
    ['forgot nothing at the first start of all', { ...sound, isFresh: true }, false],
    [
      'forgot nothing in a crash between journal and database',
      { ...sound, stored: 7, broughtBack: 2 },
      false,
    ],
    [
      'forgot nothing where more came back than it is behind',
      { ...sound, stored: 7, broughtBack: 3 },
      false,
    ],
    [
      'was lost where it is new beside a journal, though all of that came back',
      { ...sound, isFresh: true, stored: 8, broughtBack: 1 },
      true,
    ],
    [
      'was lost where it is behind what the journal still gave',
      { ...sound, stored: 7, broughtBack: 1 },
      true,
    ],
    [
      'was lost where something came back that central had answered',
      { ...sound, broughtBack: 1, answered: 1 },
      true,
    ],
  ])('%s', (_, found, forgot) => {
    expect(hasForgotten(found)).toBe(forgot);
  });
});
