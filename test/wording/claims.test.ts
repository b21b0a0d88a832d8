import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { officeEnglish } from '../../renderer/office/wording/officeCatalogues.ts';
import { english } from '../../renderer/wording/catalogues.ts';
import { claims, noClaims } from './claims.ts';
import { claimsAnAct } from './claimVerbs.ts';

const root = path.resolve(import.meta.dirname, '../..');
const claiming = Object.entries({ ...english, ...officeEnglish })
  .filter(([, message]) => claimsAnAct(message))
  .map(([id]) => id);
const listed = [...claims.flatMap((claim) => claim.says), ...noClaims];

describe('A sentence that claims an act', () => {
  test('names the code that does it', () => {
    const unlisted = claiming.filter((id) => !listed.includes(id));
    expect(unlisted).toEqual([]);
  });

  test('is listed once, and only while it is said', () => {
    expect(listed.filter((id) => !claiming.includes(id))).toEqual([]);
    expect(listed.filter((id, place) => listed.indexOf(id) !== place)).toEqual([]);
  });

  test.each(claims)('$act', ({ by, says }) => {
    expect(by.length).toBeGreaterThan(0);
    expect(says.length).toBeGreaterThan(0);
    for (const code of by) {
      const [file = '', name = ''] = code.split('#');
      const where = path.join(root, file);
      const text = existsSync(where) ? readFileSync(where, 'utf8') : '';
      expect(`${code}: ${text}`).toMatch(
        new RegExp(`export (?:async )?(?:function|const|class) ${name}\\b`),
      );
    }
  });
});

test('what was said here once and was not so would be seen', () => {
  for (const untrue of [
    '{manager} is told and tells the client.',
    'Counts in the regular analysis as: {outcome}.',
    'Counts in the analysis once it is decided.',
    'It goes to the bench',
    'What did not come stays expected',
    'Release it first; the office links them later.',
    'Confirmed by the bank',
    'Isolate the parcel and call your supervisor. The case is on hold.',
    'Keep the goods as an unexpected parcel; the office links them later.',
    'Tell the office; they correct the contract or the order.',
    'Nothing to do here. The office looks into it.',
    'We pay the return freight and arrange the pick-up.',
    'Central starts the refund',
    'The client will be told by e-mail.',
    'An e-mail has already been sent to the client.',
    'Replacement ordered',
  ])
    expect(`${untrue} ${claimsAnAct(untrue)}`).toBe(`${untrue} true`);
});

test('what only names, asks or instructs claims nothing', () => {
  for (const plain of [
    'Scan the parcel label to receive it.',
    'Unit price',
    'Choose how bad it is',
    'Ask another supervisor.',
  ])
    expect(`${plain} ${claimsAnAct(plain)}`).toBe(`${plain} false`);
});
