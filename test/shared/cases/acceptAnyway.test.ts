import { expect, test } from 'vitest';
import { isAcceptable } from '../../../shared/cases/acceptAnyway.ts';

test('a supervisor is offered to accept what only found its case full', () => {
  const full = { code: 'caseFull', most: 12_000 } as const;
  expect(isAcceptable({ kind: 'finding' }, full)).toBe(true);
  expect(isAcceptable({ kind: 'verdictDecided' }, full)).toBe(false);
});
