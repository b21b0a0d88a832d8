import { describe, expect, test } from 'vitest';
import { whatWouldTurn } from '../../../shared/policy/whatWouldTurn.ts';
import { anApplication } from '../../builders/aCase.ts';
import { aSituation, type Situation } from '../../builders/aSituation.ts';
import { findingId, photoId, unitGroupId } from '../../builders/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../builders/recordedFacts.ts';

const sound = aFinding({ observation: { kind: 'noDefect' } });
const caused = (cause: Parameters<typeof aDefect>[0]) => aFinding({ observation: aDefect(cause) });
const late = { application: anApplication({ receivedOn: '2026-11-24' }) };

function turns(situation: Situation): readonly string[] {
  return whatWouldTurn(aSituation(situation)).map(
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
      'upheld 1250: defectFound(6 manufacturing)',
      'upheld 500: noDefectFound(6)',
      'notUpheld: misuseProved(4 2) + noDefectFound(6)',
    ]);
  });

  test('a cause nobody knows: the cause, or whom a person holds responsible', () => {
    expect(turns({ found: [caused({ cause: 'unknown' })] })).toEqual([
      'upheld 1250: causeIs(unknown manufacturing 10)',
      'upheld 1250: causeIs(unknown orderError 10)',
      'upheld 1250: answered(responsibleUnknown us false)',
      'upheld 1250: answered(responsibleUnknown ourCarrier false)',
      'upheld 625: answered(responsibleUnknown sharedHalf false)',
      'notUpheld: misuseProved(10 2)',
      'notUpheld: answered(responsibleUnknown client false)',
      'notUpheld: answered(responsibleUnknown clientCarrier false)',
    ]);
  });

  test('misuse with one sign: a second sign with a photo, or another cause', () => {
    expect(turns({ found: [caused({ cause: 'misuse', indicators: ['overload'] })] })).toEqual([
      'upheld 1250: causeIs(misuse manufacturing 10)',
      'upheld 1250: causeIs(misuse orderError 10)',
      'notUpheld: misuseProved(10 2)',
    ]);
  });

  test('a late application for a real defect: in time, or a person’s word', () => {
    expect(turns({ office: late, found: [aFinding()] })).toEqual([
      'upheld 1250: appliedBy(2026-11-23)',
      'upheld 1250: answered(lateRealDefect acceptLate false)',
      'notUpheld: causeIs(manufacturing orderError 10)',
      'notUpheld: misuseProved(10 2)',
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

  test('late and wrong goods: only an application in time', () => {
    expect(turns({ office: late, found: [caused({ cause: 'orderError' })] })).toEqual([
      'upheld 1250: appliedBy(2026-11-23)',
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
      'upheld 1250: causeIs(orderError manufacturing 10)',
      'upheld 1250: notCustomised()',
      'upheld 1250: answered(customisedOurError acceptCustomised false)',
    ]);
  });

  test('objected too late to transport damage', () => {
    const found = [caused({ cause: 'outboundTransport' })];
    expect(turns({ office: { objectedOn: '2026-11-06' }, found })).toEqual([
      'upheld 1250: causeIs(outboundTransport manufacturing 10)',
      'upheld 1250: causeIs(outboundTransport orderError 10)',
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

  test('evidence the client owes', () => {
    expect(
      turns({ policy: { clientEvidence: ['inspectionReport'] }, found: [aFinding()] }),
    ).toEqual(['upheld 1250: evidenceSent(inspectionReport)', 'notUpheld: misuseProved(10 2)']);
    const empty = anApplication({ description: '', evidence: [] });
    expect(
      turns({
        office: { application: empty },
        policy: { clientEvidence: ['photos', 'description'] },
        found: [aFinding()],
      }),
    ).toContain('upheld 1250: evidenceSent(photos) + evidenceSent(description)');
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
      'upheld 1250: linkedTo(SO-1001)',
    );
  });

  test('damage beyond the claim: if it had been claimed', () => {
    const further = aFinding({
      findingId: findingId('finding-2'),
      quantity: 2,
      observation: aDefect({ cause: 'wear', claimed: false }),
    });
    expect(turns({ found: [aFinding(), further] })).toContain('upheld 1250: beyondWasClaimed(2)');
  });

  test('proved misuse can be turned by its cause alone', () => {
    const found = aFinding({
      observation: aDefect({ cause: 'misuse', indicators: ['overload', 'impactMark'] }),
      photoIds: [photoId('photo-1')],
    });
    expect(turns({ found: [found], photos: [aPhoto()] })).toEqual([
      'upheld 1250: causeIs(misuse manufacturing 10)',
      'upheld 1250: causeIs(misuse orderError 10)',
    ]);
  });
});
