import { expect, test } from 'vitest';
import type { FoundCase } from '../../../renderer/queries/find/foundCase.ts';
import { sayHappened } from '../../../renderer/screens/find/sayFound.ts';
import { createWording } from '../../../renderer/wording/createWording.ts';

const wording = createWording({ language: 'en', zone: 'America/New_York' });
const telling = { today: '2026-11-30', tellsSums: true };
const declined = { kind: 'declined', at: '2026-11-20T15:00:00Z' } as const;

const found = (state: FoundCase['row']['state']): FoundCase => ({
  row: {
    caseId: 'case-1' as FoundCase['row']['caseId'],
    rma: 'RMA-1',
    clientName: 'Harlan',
    articles: [],
    state,
    expectedOn: null,
    remainder: null,
    amount: null,
    currency: null,
    saved: 'accepted',
    hasQuestion: false,
    hasRefusal: false,
    heldBy: [],
    holds: [],
    desk: null,
    standing: null,
    uncounted: null,
  },
  lists: [],
  outcome: declined,
});

test('a case that was declined and is looked at again is told as both', () => {
  expect(sayHappened(wording, found('declined'), telling)).toBe('Declined on Fri 20 Nov');
  for (const state of ['inspecting', 'sentBack', 'verdictProposed', 'partlyDecided'] as const)
    expect(sayHappened(wording, found(state), telling)).toMatch(/^Declined on Fri 20 Nov · ./);
});
