import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { counterfactuals } from '../../../../shared/policy/explain/counterfactuals.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import {
  caseId,
  findingId,
  orderLineId,
  photoId,
  unitGroupId,
} from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../../builders/cases/recordedFacts.ts';

const sound = aFinding({ observation: { kind: 'noDefect' } });
const caused = (cause: Parameters<typeof aDefect>[0]) => aFinding({ observation: aDefect(cause) });
const second = {
  findingId: findingId('finding-2'),
  id: aFinding({ findingId: findingId('finding-2') }).id,
};
const late = { application: anApplication({ receivedOn: '2026-11-24' }) };

function turns(situation: Situation): readonly string[] {
  return inWords(aSituation(situation));
}

function inWords(input: PolicyInput): readonly string[] {
  return counterfactuals(input).map(
    ({ amount, becomes, changes }) =>
      `${becomes}${amount > 0 ? ` ${amount / 100}` : ''}: ${changes
        .map(({ code, data }) => `${code.slice('turn.'.length)}(${Object.values(data).join(' ')})`)
        .join(' + ')}`,
  );
}

describe('the smallest change of facts that would turn an answer', () => {
  test('nothing would turn what is upheld', () => {
    expect(turns({ found: [aFinding()] })).toEqual([]);
  });

  test('bad input has no neighbours', () => {
    expect(turns({ asOf: 'today' })).toEqual([]);
  });

  test('sound goods: a defect', () => {
    expect(turns({ found: [sound] })).toEqual(['upheld 1250: defectFound(10 manufacturing)']);
  });

  test('not inspected: what the inspection finds', () => {
    const half = aFinding({ quantity: 4 });
    expect(turns({})).toEqual([
      'upheld 1250: defectFound(10 manufacturing)',
      'notUpheld: noDefectFound(10)',
    ]);
    expect(turns({ found: [half] })).toEqual([
      'upheld 750: defectFound(6 manufacturing)',
      'notUpheld: noDefectFound(6)',
    ]);
  });

  test('a cause nobody knows: the cause, or whom a person holds responsible', () => {
    expect(turns({ found: [caused({ cause: 'unknown' })] })).toEqual([
      'upheld 1250: causeIs(unknown manufacturing 10 function.leak)',
      'upheld 1250: causeIs(unknown orderError 10 function.leak)',
      'upheld 1250: answered(responsibleUnknown us false)',
      'upheld 625: answered(responsibleUnknown sharedHalf false)',
      'notUpheld: misuseProved(unknown 10 2 function.leak)',
      'notUpheld: answered(responsibleUnknown client false)',
      'notUpheld: answered(responsibleUnknown clientCarrier false)',
    ]);
  });

  test('misuse with one sign: a second sign with a photo, or another cause', () => {
    expect(turns({ found: [caused({ cause: 'misuse', indicators: ['overload'] })] })).toEqual([
      'upheld 1250: causeIs(misuse manufacturing 10 function.leak)',
      'upheld 1250: causeIs(misuse orderError 10 function.leak)',
      'notUpheld: misuseProved(misuse 10 2 function.leak)',
    ]);
  });

  test('a late application for a real defect: in time, or a person’s word', () => {
    expect(turns({ office: late, found: [aFinding()] })).toEqual([
      'upheld 1250: appliedBy(2026-11-23)',
      'upheld 1250: answered(lateRealDefect acceptLate false)',
      'notUpheld: misuseProved(manufacturing 10 2 function.leak)',
      'notUpheld: answered(lateRealDefect refuseLate false)',
    ]);
  });

  test('an answer already given can be the smallest change', () => {
    const answer = {
      question: 'lateRealDefect',
      unitGroupId: unitGroupId('group-1'),
      answer: 'refuseLate',
      reason: 'no',
    };
    expect(turns({ office: late, found: [aFinding()], answers: [answer] })).toEqual([
      'upheld 1250: appliedBy(2026-11-23)',
      'upheld 1250: answered(lateRealDefect acceptLate false)',
    ]);
  });

  test('late and wrong goods: in time, or a person’s word, as for a defect', () => {
    expect(turns({ office: late, found: [caused({ cause: 'orderError' })] })).toEqual([
      'upheld 1250: appliedBy(2026-11-23)',
      'upheld 1250: answered(lateRealDefect acceptLate false)',
      'notUpheld: misuseProved(orderError 10 2 function.leak)',
      'notUpheld: answered(lateRealDefect refuseLate false)',
    ]);
  });

  test('customised, sound and late needs two changes', () => {
    expect(turns({ sold: { customised: true }, office: late, found: [sound] })).toEqual([
      'upheld 1250: defectFound(10 manufacturing) + appliedBy(2026-11-23)',
    ]);
  });

  test('customised and wrongly picked: not customised, a quality issue, or a person’s word', () => {
    const answer = {
      question: 'customisedOurError',
      unitGroupId: unitGroupId('group-1'),
      answer: 'refuseCustomised',
      reason: 'no',
    };
    const found = [caused({ cause: 'orderError' })];
    expect(turns({ sold: { customised: true }, found, answers: [answer] })).toEqual([
      'upheld 1250: causeIs(orderError manufacturing 10 function.leak)',
      'upheld 1250: notCustomised()',
      'upheld 1250: answered(customisedOurError acceptCustomised false)',
    ]);
  });

  test('objected too late to transport damage', () => {
    const found = [caused({ cause: 'outboundTransport' })];
    expect(turns({ office: { objectedOn: '2026-11-06' }, found })).toEqual([
      'upheld 1250: causeIs(outboundTransport manufacturing 10 function.leak)',
      'upheld 1250: causeIs(outboundTransport orderError 10 function.leak)',
      'upheld 1250: objectedBy(2026-11-05)',
      'upheld 1250: answered(promptlyUndefined objectedPromptly false)',
      'notUpheld: misuseProved(outboundTransport 10 2 function.leak)',
      'notUpheld: answered(promptlyUndefined objectedTooLate false)',
    ]);
    expect(turns({ office: { objection: 'notMade' }, found })).toEqual([
      'upheld 1250: causeIs(outboundTransport manufacturing 10 function.leak)',
      'upheld 1250: causeIs(outboundTransport orderError 10 function.leak)',
      'upheld 1250: objectedBy(2026-11-05)',
    ]);
    expect(turns({ claim: { claimedReason: 'transportDamage' }, found })).toContain(
      'upheld 1250: objectedBy(2026-11-05)',
    );
    expect(turns({ office: { objectedOn: '2026-11-05' }, found })).toEqual([]);
  });

  test('damage by a carrier the client chose', () => {
    const found = [caused({ cause: 'outboundTransport' })];
    const sold = { carrier: { name: 'Own van', selectedBy: 'client' } } as const;
    expect(turns({ sold, office: { objectedOn: '2026-11-05' }, found })).toContain(
      'upheld 1250: carrierChosenByUs()',
    );
  });

  test('no application: a person’s word', () => {
    expect(turns({ office: { application: null, review: null }, found: [aFinding()] })).toContain(
      'upheld 1250: answered(blindReturn acceptAsReturn true)',
    );
  });

  test('an application in time and its review do the same together', () => {
    const answer = {
      question: 'blindReturn',
      unitGroupId: null,
      answer: 'refuseAsReturn',
      reason: '',
    };
    expect(
      turns({
        office: { application: null, review: null },
        found: [aFinding()],
        answers: [answer],
      }),
    ).toEqual(['upheld 1250: answered(blindReturn acceptAsReturn true)']);
    expect(
      turns({
        office: { review: { outcome: 'denied', sentOn: '2026-11-10' } },
        found: [aFinding()],
      }),
    ).toContain('upheld 1250: reviewAuthorises()');
    expect(turns({ office: { review: null }, found: [aFinding()] })).toContain(
      'upheld 1250: reviewAuthorises()',
    );
    expect(
      turns({
        office: { review: { outcome: 'moreInformation', sentOn: '2026-11-10' } },
        found: [aFinding()],
      }),
    ).toContain('upheld 1250: reviewAuthorises()');
  });

  test('evidence the client owes, where the policy version asks about it', () => {
    const readings = {
      ...aPolicy().parameters.readings,
      evidenceAfterInspection: 'ask',
    } as const;
    const missing = (clientEvidence: ('photos' | 'description' | 'inspectionReport')[]) =>
      turns({
        office: { application: anApplication({ description: '', evidence: [] }) },
        policy: { clientEvidence, readings },
        found: [aFinding()],
      });
    expect(missing(['inspectionReport'])).toEqual([
      'upheld 1250: evidenceSent(inspectionReport)',
      'upheld 1250: answered(evidenceMissing acceptWithout true)',
      'notUpheld: misuseProved(manufacturing 10 2 function.leak)',
    ]);
    expect(missing(['photos', 'description'])).toEqual([
      'upheld 1250: answered(evidenceMissing acceptWithout true)',
      'notUpheld: misuseProved(manufacturing 10 2 function.leak)',
    ]);
    expect(
      turns({ policy: { clientEvidence: ['inspectionReport'] }, found: [aFinding()] }),
    ).toEqual([]);
  });

  test('a client’s receipt nobody recorded', () => {
    expect(turns({ sold: { clientReceivedOn: null }, found: [aFinding()] })).toContain(
      'upheld 1250: clientReceivedOn(2026-11-09)',
    );
  });

  test('nothing approved', () => {
    expect(turns({ claim: { approvedQuantity: 0 }, found: [aFinding()] })).toEqual([
      'upheld 1250: approvedQuantity(10)',
    ]);
    expect(
      turns({ claim: { approvedQuantity: null, requestedQuantity: 0 }, found: [aFinding()] }),
    ).toEqual(['upheld 1250: approvedQuantity(10)']);
  });

  test('a foreign serial: the right one, or a person’s word', () => {
    expect(turns({ counted: { identity: 'mismatch_instance' }, found: [aFinding()] })).toEqual([
      'upheld 1250: identityMatches()',
      'upheld 1250: answered(blindReturn acceptAsReturn false)',
      'notUpheld: answered(blindReturn refuseAsReturn false)',
    ]);
  });

  test('goods of no known order: the order', () => {
    expect(turns({ counted: { returnLineId: null }, found: [aFinding()] })).toContain(
      'upheld 1250: linkedTo(SO-1001 1)',
    );
  });

  test('worn beside our defect: another cause of the wear, or a person’s word, never the claim', () => {
    const worn = aFinding({
      findingId: findingId('finding-2'),
      observation: aDefect({ cause: 'wear', code: 'transport.surface', claimed: false }),
    });
    expect(turns({ found: [aFinding(), worn] })).toEqual([
      'upheld 1250: causeIs(wear manufacturing 10 transport.surface)',
      'upheld 1250: causeIs(wear orderError 10 transport.surface)',
      'upheld 1250: causeIs(wear outboundTransport 10 transport.surface)',
      'upheld 1250: answered(intactMeaning payInFull false)',
      'upheld: answered(intactMeaning refuseNotIntact false)',
      'notUpheld: misuseProved(manufacturing 10 2 function.leak) + misuseProved(wear 10 2 transport.surface)',
    ]);
  });

  test('of several findings on the same units it names which', () => {
    const found = [
      caused({ code: 'material.crack' }),
      { ...caused({ cause: 'unknown', code: 'workmanship.weld' }), ...second },
    ];
    expect(
      turns({ found }).filter((turn) => turn.includes('Is(') || turn.includes('Proved(')),
    ).toEqual([
      'upheld 1250: causeIs(unknown manufacturing 10 workmanship.weld)',
      'upheld 1250: causeIs(unknown orderError 10 workmanship.weld)',
      'upheld 1250: causeIs(unknown outboundTransport 10 workmanship.weld)',
      'notUpheld: misuseProved(manufacturing 10 2 material.crack) + misuseProved(unknown 10 2 workmanship.weld)',
    ]);
  });

  test('of several portions each has its own changes, for its own units', () => {
    const found = [
      { ...caused({ cause: 'unknown' }), quantity: 4, units: [{ from: 0, to: 4 }] },
      { ...sound, ...second, quantity: 6, units: [{ from: 4, to: 10 }] },
    ];
    const told = counterfactuals(aSituation({ found }));
    expect(new Set(told.map((turn) => JSON.stringify(turn.units)))).toEqual(
      new Set(['[{"from":0,"to":4}]', '[{"from":4,"to":10}]']),
    );
    expect(turns({ found })).toContain('upheld 750: defectFound(6 manufacturing)');
  });

  test('an answer is tried for the portion it is asked of, the others keep theirs', () => {
    const found = [
      { ...caused({ cause: 'unknown' }), quantity: 5, units: [{ from: 0, to: 5 }] },
      { ...caused({ cause: 'unknown' }), ...second, quantity: 5, units: [{ from: 5, to: 10 }] },
    ];
    const answers = [
      {
        question: 'responsibleUnknown',
        unitGroupId: unitGroupId('group-1'),
        answer: 'client',
        reason: 'no',
      },
    ];
    expect(turns({ claim: { approvedQuantity: 5 }, found, answers })).toContain(
      'upheld 625: answered(responsibleUnknown us false)',
    );
    expect(
      turns({ claim: { approvedQuantity: 5 }, found, answers }).filter((turn) =>
        turn.startsWith('upheld 625: answered(responsibleUnknown us'),
      ),
    ).toHaveLength(2);
  });

  test('nothing left of what was shipped: if it had not been granted elsewhere', () => {
    const input = aSituation({ found: [aFinding()] });
    const grantedElsewhere = [
      { orderLineId: orderLineId('order-line-1'), quantity: 10, value: 125_000 },
    ];
    expect(inWords({ ...input, grantedElsewhere })).toContain('upheld 1250: notGrantedElsewhere()');
  });

  test('a serial returned before: if it had not been, or a person’s word', () => {
    const input = aSituation({
      counted: { serials: ['S1'], quantity: 1 },
      found: [aFinding({ quantity: 1 })],
    });
    const serialsElsewhere = [
      { unitGroupId: unitGroupId('group-1'), serial: 'S1', caseId: caseId('case-9') },
    ];
    expect(inWords({ ...input, serialsElsewhere })).toEqual([
      'upheld 125: serialNotReturnedBefore(S1)',
      'upheld 125: answered(serialAgain countAgain false)',
      'notUpheld: answered(serialAgain refuseAgain false)',
    ]);
  });

  test('proved misuse can be turned by its cause alone', () => {
    const found = aFinding({
      observation: aDefect({ cause: 'misuse', indicators: ['overload', 'impactMark'] }),
      photoIds: [photoId('photo-1')],
    });
    expect(turns({ found: [found], photos: [aPhoto()] })).toEqual([
      'upheld 1250: causeIs(misuse manufacturing 10 function.leak)',
      'upheld 1250: causeIs(misuse orderError 10 function.leak)',
    ]);
  });
});
