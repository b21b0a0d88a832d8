import { expect, test } from 'vitest';
import { Proposal } from '../../../../renderer/screens/desk/openCase/Proposal.tsx';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { findingId } from '../../../builders/cases/ids.ts';
import { aFinding, anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { mount, must } from '../../components/mount.tsx';

test('what the policy makes of the units stands in one line, with what it waits for', () => {
  const mixed = aCaseView([
    anArrival(),
    aUnitGroup(),
    aFinding({ quantity: 8, units: [{ from: 0, to: 8 }] }),
    aFinding({
      findingId: findingId('finding-2'),
      quantity: 2,
      units: [{ from: 8, to: 10 }],
      observation: { kind: 'noDefect' },
    }),
  ]);
  const decision = accepted(must(mixed.decision));
  const because = { code: 'evidence.reason', data: {} };
  const missing = { shot: 'label' as const, unitGroupId: null, units: [], because };
  const text = mount(<Proposal decision={{ ...decision, missingEvidence: [missing] }} />).text();
  expect(text).toContain('8 × Claim upheld');
  expect(text).toContain('2 × Claim not upheld');
  expect(text).toContain('1 photo missing');
});

test('a question says that a person is asked', () => {
  const late = aSituation({
    office: { application: anApplication({ receivedOn: '2026-11-24' }) },
    found: [aFinding()],
  });
  const text = mount(<Proposal decision={accepted(decideCase(late))} />).text();
  expect(text).toContain('10 × A person decides');
  expect(text).toContain('1 question for a person');
});
