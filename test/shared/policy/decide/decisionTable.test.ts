/**
 * The return policy as a table: a situation at the bench, and what the house says to it. Ten pumps
 * at USD 125.00 each, shipped by the carrier we chose, received by the client on 2 November 2026;
 * 14 working days to apply (until 23 November), 3 calendar days to object to transport damage (until
 * 5 November), unless a line says otherwise.
 */
import { describe, expect, test } from 'vitest';
import type { Cause, MisuseIndicator } from '../../../../shared/facts/codes.ts';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import type { FindingFact } from '../../../../shared/facts/fact.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { findingId, photoId, unitGroupId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aHold, aPhoto } from '../../../builders/cases/recordedFacts.ts';
import { saidOf } from '../saidOf.ts';

let counter = 0;
const next = () => {
  counter += 1;
  return findingId(`finding-${counter}`);
};

type Named = Pick<FindingFact, 'units'>;
type More = Parameters<typeof aDefect>[0] & Named;

/** The units it is about; without, as recorded before findings named any. */
const on = (from: number, to: number): Named => ({ units: [{ from, to }] });
const defect = (cause: Cause, quantity = 10, { units, ...more }: More = {}) =>
  aFinding({
    findingId: next(),
    quantity,
    observation: aDefect({ cause, ...more }),
    ...(units ? { units } : {}),
  });
const beyondTheClaim = (cause: Cause, quantity = 1, named: Named = {}) =>
  defect(cause, quantity, { claimed: false, ...named });
const sound = (quantity = 10, named: Named = {}) =>
  aFinding({ findingId: next(), quantity, observation: { kind: 'noDefect' }, ...named });
const misuse = (
  indicators: readonly MisuseIndicator[],
  photos: readonly string[],
  quantity = 10,
  named: Named = {},
) => ({
  ...defect('misuse', quantity, { indicators: [...indicators], ...named }),
  photoIds: photos.map(photoId),
});
const proved = (quantity = 10) => misuse(['liquidTrace', 'overload'], ['photo-1'], quantity);

const group = unitGroupId('group-1');
const answers = (
  question: string,
  answer: string,
  about: typeof group | null = group,
): Answer[] => [{ question, answer, unitGroupId: about, reason: 'decided by the supervisor' }];

const late = { application: anApplication({ receivedOn: '2026-11-24' }) };
const blind = { application: null, review: null };
const customised = { customised: true };
const theirCarrier = { carrier: { name: 'Own van', selectedBy: 'client' } } as const;
const someCarrier = { carrier: { name: 'Somebody', selectedBy: 'unknown' } } as const;
const objected = (day: string) => ({ objectedOn: day });
const surplus = { orderedQuantity: 8 };
const shippedOther = {
  shippedArticle: { number: 'PUMP-50', name: 'Centrifugal pump 50', gtin: '09521101530018' },
};
const asksPapers: NonNullable<Situation['policy']> = {
  clientEvidence: ['inspectionReport'],
  readings: readings({ evidenceAfterInspection: 'ask' }),
};

const halfOursDamagedBack = [
  defect('manufacturing', 5, on(0, 5)),
  beyondTheClaim('returnTransport', 5, on(0, 5)),
  sound(5, on(5, 10)),
];

type Row = readonly [rule: string, situation: Situation, says: string];

// biome-ignore format: one situation a line, to be read like a table
const table: Readonly<Record<string, readonly Row[]>> = {
  'II quality: accepted without conditions, unless misused': [
    ['a leak we made is refunded in full', { found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['poor workmanship counts like a defect', { claim: { claimedReason: 'poorWorkmanship' }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['goods not as described are upheld when material or make is at fault', { claim: { claimedReason: 'notAsDescribed' }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['defective packaging made by us counts', { claim: { claimedReason: 'packagingDefective' }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['a label problem made by us counts', { claim: { claimedReason: 'labelProblem' }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['a critical defect counts like any other', { found: [defect('manufacturing', 10, { severity: 'critical' })] }, 'upheld 10, 1250.00, us'],
    ['no defect found: the claim is not upheld', { found: [sound()] }, 'not upheld, notDefective, client'],
    ['no poor workmanship found', { claim: { claimedReason: 'poorWorkmanship' }, found: [sound()] }, 'not upheld, notDefective, client'],
    ['no defect of the packaging found', { claim: { claimedReason: 'packagingDefective' }, found: [sound()] }, 'not upheld, notDefective, client'],
    ['no problem with the label found', { claim: { claimedReason: 'labelProblem' }, found: [sound()] }, 'not upheld, notDefective, client'],
    ['the goods are as described', { claim: { claimedReason: 'notAsDescribed' }, found: [sound()] }, 'not upheld, asOrdered, client'],
    ['a defect of ours the client did not mention still counts', { claim: { claimedReason: 'surplus' }, found: [defect('manufacturing', 10, { claimed: false })] }, 'upheld 10, 1250.00, us'],
    ['three of ten are bad: three are refunded', { found: [defect('manufacturing', 3), sound(7)] }, 'upheld 3, 375.00, us / not upheld, notDefective, client'],
    ['two defects that must be on the same three units, none of them named, are three units', { found: [defect('manufacturing', 3), defect('manufacturing', 3), sound(7)] }, 'upheld 3, 375.00, us / not upheld, notDefective, client'],
    ['two defects on different units are added up', { found: [defect('manufacturing', 3), defect('manufacturing', 4), sound(3)] }, 'upheld 3, 375.00, us / upheld 4, 500.00, us / not upheld, notDefective, client'],
    ['misuse with two signs and a photo ends the claim', { found: [proved()], photos: [aPhoto()] }, 'not upheld, notUsedAsIntended, client'],
    ['misuse with one sign denies nothing', { found: [misuse(['liquidTrace'], ['photo-1'])], photos: [aPhoto()] }, 'needs misuseProof'],
    ['the same sign twice is one sign', { found: [misuse(['liquidTrace', 'liquidTrace'], ['photo-1'])], photos: [aPhoto()] }, 'needs misuseProof'],
    ['misuse without a photo denies nothing', { found: [misuse(['liquidTrace', 'overload'], [])] }, 'needs misuseProof'],
    ['misuse with a photo nobody holds denies nothing', { found: [misuse(['liquidTrace', 'overload'], ['photo-9'])] }, 'needs misuseProof'],
    ['the policy may ask for three signs', { policy: { misuseIndicatorsNeeded: 3 }, found: [proved()], photos: [aPhoto()] }, 'needs misuseProof'],
    ['misuse on four of ten leaves six', { found: [defect('manufacturing', 6), proved(4)], photos: [aPhoto()] }, 'upheld 6, 750.00, us / not upheld, notUsedAsIntended, client'],
    ['unproved misuse beside a defect of ours denies nothing: a person says whether they are intact', { found: [defect('manufacturing'), misuse(['overload'], [])] }, 'asks intactMeaning (III-REFUND, II-QUALITY)'],
    ['misuse beside a defect of ours on other units takes nothing from those', { found: [defect('manufacturing', 6, on(0, 6)), misuse(['overload'], [], 4, on(6, 10))] }, 'upheld 6, 750.00, us / needs misuseProof'],
    ['one sign in each of two findings on the same units is two signs', { found: [misuse(['liquidTrace'], ['photo-1'], 10, on(0, 10)), misuse(['overload'], [], 10, on(0, 10))], photos: [aPhoto()] }, 'not upheld, notUsedAsIntended, client'],
    ['one sign in each of two findings on other units is one sign each', { found: [misuse(['liquidTrace'], ['photo-1'], 5, on(0, 5)), misuse(['overload'], ['photo-1'], 5, on(5, 10))], photos: [aPhoto()] }, 'needs misuseProof / needs misuseProof'],
    ['of two findings with one sign each, only the units of both are misused', { found: [misuse(['liquidTrace'], ['photo-1'], 6, on(0, 6)), misuse(['overload'], ['photo-1'], 6, on(4, 10))], photos: [aPhoto()] }, 'needs misuseProof / not upheld, notUsedAsIntended, client / needs misuseProof'],
    ['the same sign in two findings on the same units is one sign', { found: [misuse(['overload'], ['photo-1'], 10, on(0, 10)), misuse(['overload'], ['photo-1'], 10, on(0, 10))], photos: [aPhoto()] }, 'needs misuseProof'],
    ['proved misuse and a defect of ours on the same units: a person decides', { found: [defect('manufacturing'), proved()], photos: [aPhoto()] }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['unproved misuse beside damage by the client’s carrier waits for no proof once a person has decided', { sold: theirCarrier, found: [defect('outboundTransport'), misuse(['overload'], [])], answers: answers('responsibleUnknown', 'us') }, 'asks intactMeaning (III-REFUND, II-TRANSPORT)'],
    ['proved misuse and a cause nobody knows on the same units: no automatic no', { found: [defect('unknown'), proved()], photos: [aPhoto()] }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['proved misuse and damage by a carrier we did not choose: no automatic no', { sold: theirCarrier, found: [defect('outboundTransport'), proved()], photos: [aPhoto()] }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['proved misuse and a cause nobody knows, and the person says it is the client’s', { found: [defect('unknown'), proved()], photos: [aPhoto()], answers: answers('responsibleUnknown', 'client') }, 'not upheld, notUsedAsIntended, client'],
    ['a cause nobody knows goes to a person', { found: [defect('unknown')] }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['wear is no misuse and goes to a person', { found: [defect('wear')] }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['the person says it is ours', { found: [defect('unknown')], answers: answers('responsibleUnknown', 'us') }, 'upheld 10, 1250.00, us'],
    ['the person says it is the client’s', { found: [defect('wear')], answers: answers('responsibleUnknown', 'client') }, 'not upheld, notUsedAsIntended, client'],
    ['the person says half each', { found: [defect('unknown')], answers: answers('responsibleUnknown', 'sharedHalf') }, 'upheld 10, 625.00, shared'],
    ['the person says our carrier did it: was it objected to promptly?', { found: [defect('unknown')], answers: answers('responsibleUnknown', 'ourCarrier') }, 'asks promptlyUndefined (II-TRANSPORT, III-APPLY)'],
    ['the person says our carrier did it, and the client objected promptly', { office: objected('2026-11-04'), found: [defect('unknown')], answers: answers('responsibleUnknown', 'ourCarrier') }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['the person says our carrier did it, and that it was objected to promptly', { found: [defect('unknown')], answers: [...answers('responsibleUnknown', 'ourCarrier'), ...answers('promptlyUndefined', 'objectedPromptly')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['the person says our carrier did it, and the client never objected', { office: { objection: 'notMade' }, found: [defect('unknown')], answers: answers('responsibleUnknown', 'ourCarrier') }, 'not upheld, freightDamage, client for ourCarrier'],
    ['the person says the client’s carrier did it', { found: [defect('unknown')], answers: answers('responsibleUnknown', 'clientCarrier') }, 'not upheld, freightDamage, client for clientCarrier'],
    ['answers that contradict each other answer nothing', { found: [defect('unknown')], answers: [...answers('responsibleUnknown', 'us'), ...answers('responsibleUnknown', 'client')] }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['an answer nobody offered answers nothing', { found: [defect('unknown')], answers: answers('responsibleUnknown', 'theWeather') }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['nothing inspected yet', {}, 'needs finding'],
    ['seven of ten not inspected yet: the three are decided', { found: [defect('manufacturing', 3)] }, 'upheld 3, 375.00, us / needs finding'],
    ['findings about more units than there are: only those in doubt wait', { found: [defect('manufacturing', 8), sound(4)] }, 'needs findingQuantities / upheld 6, 750.00, us / not upheld, notDefective, client'],
    ['a finding about units that are not there any more is not lost: any may be meant', { found: [defect('manufacturing', 10, on(0, 10)), misuse(['overload'], [], 2, on(10, 12))] }, 'needs findingQuantities'],
    ['a finding about a serial nobody counted is not lost either', { counted: { quantity: 2, serials: ['S1', 'S2'] }, found: [defect('manufacturing', 2, on(0, 2)), { ...defect('misuse', 1), serials: ['S9'] }] }, 'needs findingQuantities'],
    ['one finding about more units than there are', { found: [defect('manufacturing', 12)] }, 'needs findingQuantities'],
  ],
  'II order errors: return or exchange': [
    ['the box holds the other article that the delivery says we shipped', { claim: { claimedReason: 'wrongGoods' }, sold: shippedOther, counted: otherArticle(), found: [sound()] }, 'upheld 10, 1250.00, us'],
    ['an article we neither sold nor shipped is not our error, whatever is claimed: a person decides', { claim: { claimedReason: 'wrongGoods' }, counted: otherArticle(), found: [sound()] }, 'asks blindReturn (III-APPLY, II-ORDER)'],
    ['ball pens for pumps, and the person takes them: still no price and no order error', { claim: { claimedReason: 'wrongGoods' }, counted: ballPens(), found: [sound()], answers: answers('blindReturn', 'acceptAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['ball pens that the bench calls an order error are no order error of ours', { claim: { claimedReason: 'wrongGoods' }, counted: ballPens(), found: [defect('orderError')], answers: answers('blindReturn', 'acceptAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['ball pens counted as too many pumps are still ball pens', { claim: { claimedReason: 'surplus' }, counted: { ...ballPens(), identity: 'mismatch_quantity' }, found: [defect('manufacturing')] }, 'asks blindReturn (III-APPLY, II-ORDER)'],
    ['ball pens counted as another pump, and the person takes them: still no price', { counted: { ...ballPens(), identity: 'mismatch_instance' }, found: [defect('manufacturing')], answers: answers('blindReturn', 'acceptAsReturn') }, 'needs orderLine'],
    ['the article we shipped instead is that, whatever the count calls it', { claim: { claimedReason: 'wrongQuantity' }, sold: shippedOther, counted: { ...otherArticle(), identity: 'mismatch_quantity' }, found: [sound()] }, 'upheld 10, 1250.00, us'],
    ['the article we shipped instead matches the delivery, and the count may say so', { claim: { claimedReason: 'wrongGoods' }, sold: shippedOther, counted: { ...otherArticle(), identity: 'match' }, found: [sound()] }, 'upheld 10, 1250.00, us'],
    ['ball pens for pumps, and the person refuses them', { claim: { claimedReason: 'wrongGoods' }, counted: ballPens(), found: [sound()], answers: answers('blindReturn', 'refuseAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['the ordered article comes back though another was shipped: no order error by records', { claim: { claimedReason: 'wrongGoods' }, sold: shippedOther, found: [sound()] }, 'not upheld, asOrdered, client'],
    ['the article we shipped instead came, whatever the client claims', { claim: { claimedReason: 'defective' }, sold: shippedOther, counted: otherArticle(), found: [sound()] }, 'upheld 10, 1250.00, us'],
    ['the article we shipped instead, but nobody looked at its condition', { claim: { claimedReason: 'wrongGoods' }, sold: shippedOther, counted: otherArticle() }, 'needs finding'],
    ['the client says wrong goods, the goods are as ordered', { claim: { claimedReason: 'wrongGoods' }, found: [sound()] }, 'not upheld, asOrdered, client'],
    ['the bench finds the wrong variant', { claim: { claimedReason: 'wrongGoods' }, found: [defect('orderError', 10, { code: 'specification.wrongVariant' })] }, 'upheld 10, 1250.00, us'],
    ['goods not as described because we picked the wrong ones', { claim: { claimedReason: 'notAsDescribed' }, found: [defect('orderError')] }, 'upheld 10, 1250.00, us'],
    ['we shipped ten instead of eight: two may come back', { claim: { claimedReason: 'wrongQuantity' }, sold: { orderedQuantity: 8 }, counted: { quantity: 2 }, found: [sound(2)] }, 'upheld 2, 250.00, us'],
    ['the same, claimed as a surplus', { claim: { claimedReason: 'surplus' }, sold: { orderedQuantity: 8 }, counted: { quantity: 4, identity: 'mismatch_quantity' }, found: [sound(4)] }, 'not upheld, asOrdered, client / upheld 2, 250.00, us'],
    ['we shipped two too many, four come back: two are upheld', { claim: { claimedReason: 'wrongQuantity' }, sold: { orderedQuantity: 8 }, counted: { quantity: 4, identity: 'mismatch_quantity' }, found: [sound(4)] }, 'not upheld, quantityDifference, client / upheld 2, 250.00, us'],
    ['a surplus claimed as a surplus is our error like a wrong quantity', { claim: { claimedReason: 'surplus' }, sold: surplus, counted: { quantity: 2 }, found: [sound(2)] }, 'upheld 2, 250.00, us'],
    ['a surplus is our error whatever is claimed', { claim: { claimedReason: 'clientOrderingError' }, sold: surplus, counted: { quantity: 2 }, found: [sound(2)] }, 'upheld 2, 250.00, us'],
    ['a surplus first takes units nothing else of ours was found on', { sold: surplus, counted: { quantity: 4 }, found: [defect('manufacturing', 2, on(2, 4)), sound(2, on(0, 2))] }, 'upheld 2, 250.00, us / upheld 2, 250.00, us'],
    ['a surplus nobody looked at waits', { claim: { claimedReason: 'surplus' }, sold: surplus, counted: { quantity: 2 } }, 'needs finding'],
    ['a wrong quantity is claimed, the quantity was right', { claim: { claimedReason: 'wrongQuantity' }, found: [sound()] }, 'not upheld, quantityDifference, client'],
    ['the client ordered wrongly: no clause gives a return', { claim: { claimedReason: 'clientOrderingError' }, found: [sound()] }, 'not upheld, asOrdered, client'],
    ['the client has too many though we shipped what was ordered: no clause gives a return', { claim: { claimedReason: 'surplus' }, found: [sound()] }, 'not upheld, asOrdered, client'],
    ['the client ordered wrongly and the goods are bad: the defect counts', { claim: { claimedReason: 'clientOrderingError' }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['wrong goods that the client also used badly are not intact', { claim: { claimedReason: 'wrongGoods' }, sold: shippedOther, counted: otherArticle(), found: [proved()], photos: [aPhoto()] }, 'asks intactMeaning (III-REFUND, II-ORDER)'],
  ],
  'II transport damage: our carrier, promptly objected': [
    ['crushed by our carrier, objected to after two days', { claim: { claimedReason: 'transportDamage' }, office: objected('2026-11-04'), found: [defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['objected to on the last day', { claim: { claimedReason: 'transportDamage' }, office: objected('2026-11-05'), found: [defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['objected to one day late: the client’s right is open, a person decides', { claim: { claimedReason: 'transportDamage' }, office: objected('2026-11-06'), found: [defect('outboundTransport')] }, 'asks promptlyUndefined (II-TRANSPORT, III-APPLY)'],
    ['objected to late, and the person lets it pass', { office: objected('2026-11-06'), found: [defect('outboundTransport')], answers: answers('promptlyUndefined', 'objectedPromptly') }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['objected to late, and the person does not: the carrier is still recharged', { office: objected('2026-11-06'), found: [defect('outboundTransport')], answers: answers('promptlyUndefined', 'objectedTooLate') }, 'not upheld, freightDamage, client for ourCarrier'],
    ['the client made no objection: an answer, nobody is asked', { office: { objection: 'notMade' }, found: [defect('outboundTransport')] }, 'not upheld, freightDamage, client for ourCarrier'],
    ['no objection was made, though the application is about transport damage', { claim: { claimedReason: 'transportDamage' }, office: { objection: 'notMade' }, found: [defect('outboundTransport')] }, 'not upheld, freightDamage, client for ourCarrier'],
    ['no objection was made, and the contract says nothing about it', { contract: { objectionPeriod: null }, office: { objection: 'notMade' }, found: [defect('outboundTransport')] }, 'not upheld, freightDamage, client for ourCarrier'],
    ['crushed and a cause nobody knows, never objected to: the other cause is asked about', { office: { objection: 'notMade' }, found: [defect('outboundTransport'), defect('unknown')] }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['crushed and worn, and the person says it was objected to too late: wear is asked about', { office: objected('2026-11-06'), found: [defect('outboundTransport'), defect('wear')], answers: answers('promptlyUndefined', 'objectedTooLate') }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['crushed and a cause nobody knows, never objected to, and the person says the cause is ours', { office: { objection: 'notMade' }, found: [defect('outboundTransport'), defect('unknown')], answers: answers('responsibleUnknown', 'us') }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['crushed and a cause nobody knows, objected to promptly: nothing is left to ask', { office: objected('2026-11-04'), found: [defect('outboundTransport'), defect('unknown')] }, 'asks intactMeaning (III-REFUND, II-TRANSPORT)'],
    ['made to order, wrongly picked and a cause nobody knows: refused as made to order, the cause is asked about', { sold: { customised: true }, found: [defect('orderError'), defect('unknown')], answers: answers('customisedOurError', 'refuseCustomised') }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['an application about transport damage is an objection', { claim: { claimedReason: 'transportDamage' }, office: { application: anApplication({ receivedOn: '2026-11-05' }) }, found: [defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['an application about something else is none: nobody knows, a person is asked', { office: { application: anApplication({ receivedOn: '2026-11-05' }) }, found: [defect('outboundTransport')] }, 'asks promptlyUndefined (II-TRANSPORT, III-APPLY)'],
    ['"promptly" has no number in the contract: a person decides', { contract: { objectionPeriod: null }, office: objected('2026-11-04'), found: [defect('outboundTransport')] }, 'asks promptlyUndefined (II-TRANSPORT, III-APPLY)'],
    ['the person says it was prompt', { contract: { objectionPeriod: null }, office: objected('2026-11-04'), found: [defect('outboundTransport')], answers: answers('promptlyUndefined', 'objectedPromptly') }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['the person says it was too late', { contract: { objectionPeriod: null }, office: objected('2026-11-04'), found: [defect('outboundTransport')], answers: answers('promptlyUndefined', 'objectedTooLate') }, 'not upheld, freightDamage, client for ourCarrier'],
    ['a carrier the client chose: a person decides', { sold: theirCarrier, office: objected('2026-11-04'), found: [defect('outboundTransport')] }, 'asks responsibleUnknown (II-TRANSPORT, III-SHIPCOST)'],
    ['nobody knows who chose the carrier: a person decides', { sold: someCarrier, office: objected('2026-11-04'), found: [defect('outboundTransport')] }, 'asks responsibleUnknown (II-TRANSPORT, III-SHIPCOST)'],
    ['the client’s carrier is held responsible', { sold: theirCarrier, found: [defect('outboundTransport')], answers: answers('responsibleUnknown', 'clientCarrier') }, 'not upheld, freightDamage, client for clientCarrier'],
    ['the client’s carrier, and we bear it all the same', { sold: theirCarrier, found: [defect('outboundTransport')], answers: answers('responsibleUnknown', 'us') }, 'upheld 10, 1250.00, us'],
    ['the client’s carrier, and the damage is shared', { sold: theirCarrier, found: [defect('outboundTransport')], answers: answers('responsibleUnknown', 'sharedHalf') }, 'upheld 10, 625.00, shared'],
    ['the client’s carrier, and the client bears it', { sold: theirCarrier, found: [defect('outboundTransport')], answers: answers('responsibleUnknown', 'client') }, 'not upheld, freightDamage, client'],
    ['objected to, but nobody knows when the goods came: was it prompt?', { sold: { clientReceivedOn: null }, office: objected('2026-11-04'), found: [defect('outboundTransport')] }, 'asks promptlyUndefined (II-TRANSPORT, III-APPLY)'],
    ['half badly made and half crushed by our carrier: each half is recharged by itself', { office: objected('2026-11-04'), found: [defect('manufacturing', 5), defect('outboundTransport', 5)] }, 'upheld 5, 625.00, us / upheld 5, 625.00, us for ourCarrier'],
    ['badly made and crushed by our carrier on the same units: we answer, and recharge the carrier', { office: objected('2026-11-04'), found: [defect('manufacturing'), defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['badly made and crushed, never objected to: the defect pays, the carrier is recharged', { office: { objection: 'notMade' }, found: [defect('manufacturing'), defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['badly made and crushed, objected to late: no question could change what is due', { office: objected('2026-11-06'), found: [defect('manufacturing'), defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['wrongly picked and crushed, nobody knows of an objection: none is asked for', { found: [defect('orderError'), defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['half badly made and half shared', { found: [defect('manufacturing', 5), defect('unknown', 5)], answers: answers('responsibleUnknown', 'sharedHalf') }, 'upheld 5, 625.00, us / upheld 5, 312.50, shared'],
    ['transport damage is claimed, none is found', { claim: { claimedReason: 'transportDamage' }, office: objected('2026-11-04'), found: [sound()] }, 'not upheld, notDefective, client'],
    ['transport damage is claimed, a defect of ours is found', { claim: { claimedReason: 'transportDamage' }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['damage on the way back says nothing about the claim', { found: [defect('returnTransport')] }, 'needs finding'],
  ],
  'III application and its evidence': [
    ['applied on the last day', { office: { application: anApplication({ receivedOn: '2026-11-23' }) }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['the policy wants photos and the client sent some', { policy: { clientEvidence: ['photos', 'description'] }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['the policy wants an inspection report and there is none: our own proved the ground, it is noted', { policy: { clientEvidence: ['inspectionReport'] }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['this edition asks about missing papers all the same', { policy: asksPapers, found: [defect('manufacturing')] }, 'asks evidenceMissing (III-APPLY, II-QUALITY)'],
    ['this edition asks, and the person goes without', { policy: asksPapers, found: [defect('manufacturing')], answers: answers('evidenceMissing', 'acceptWithout', null) }, 'upheld 10, 1250.00, us'],
    ['this edition asks, and the person waits for the papers', { policy: asksPapers, found: [defect('manufacturing')], answers: answers('evidenceMissing', 'waitForPapers', null) }, 'asks evidenceMissing (III-APPLY, II-QUALITY)'],
    ['this edition asks, but not while the ground is not proved', { policy: asksPapers, found: [defect('unknown')] }, 'asks responsibleUnknown (II-QUALITY, III-SHIPCOST)'],
    ['a refuted claim needs no more evidence', { policy: { clientEvidence: ['inspectionReport'] }, found: [sound()] }, 'not upheld, notDefective, client'],
    ['nobody knows when the client received the goods', { sold: { clientReceivedOn: null }, found: [defect('manufacturing')] }, 'needs clientReceivedOn'],
  ],
  'III refund: intact means complete and no damage beyond the claim': [
    ['what the client claimed is no further damage', { found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['damage on the way back of goods we owe the pick-up for is ours: the refund stands', { found: [defect('manufacturing'), beyondTheClaim('returnTransport')] }, 'upheld 1, 125.00, us / upheld 9, 1125.00, us'],
    ['damage on the way back in a mixed parcel whose freight is ours: the refund stands', { found: halfOursDamagedBack, answers: answers('mixedFreight', 'us', null) }, 'upheld 5, 625.00, us / not upheld, notDefective, client'],
    ['damage on the way back in a mixed parcel whose freight a person laid on the client, who arranged it: a person decides', { found: halfOursDamagedBack, answers: answers('mixedFreight', 'client', null) }, 'asks intactMeaning (III-REFUND, II-QUALITY) / not upheld, notDefective, client'],
    ['damage on the way back the client arranged, and the person pays all the same', { found: halfOursDamagedBack, answers: [...answers('mixedFreight', 'client', null), ...answers('intactMeaning', 'payInFull')] }, 'upheld 5, 625.00, us / not upheld, notDefective, client'],
    ['damage on the way back, all of the parcel ours: an answer about a mixed parcel says nothing', { found: [defect('manufacturing'), beyondTheClaim('returnTransport')], answers: answers('mixedFreight', 'client', null) }, 'upheld 1, 125.00, us / upheld 9, 1125.00, us'],
    ['damage on the way back of goods half the client’s: a person decides', { found: [defect('unknown', 10, on(0, 10)), defect('returnTransport', 10, on(0, 10))], answers: answers('responsibleUnknown', 'sharedHalf') }, 'asks intactMeaning (III-REFUND, II-QUALITY)'],
    ['worn on one unit beside our defect: a person decides about that unit', { found: [defect('manufacturing', 10, on(0, 10)), defect('wear', 1, on(3, 4))] }, 'upheld 9, 1125.00, us / asks intactMeaning (III-REFUND, II-QUALITY)'],
    ['damage the client claims is no more harmless than damage he does not', { found: [defect('manufacturing', 10, on(0, 10)), beyondTheClaim('wear', 1, on(3, 4))] }, 'upheld 9, 1125.00, us / asks intactMeaning (III-REFUND, II-QUALITY)'],
    ['our carrier’s damage beside our defect leaves the goods intact', { office: objected('2026-11-04'), found: [defect('manufacturing', 10, on(0, 10)), beyondTheClaim('outboundTransport', 1, on(3, 4))] }, 'upheld 9, 1125.00, us / upheld 1, 125.00, us for ourCarrier'],
    ['parts missing, nobody knows why: a person decides about that unit', { found: [defect('manufacturing'), beyondTheClaim('unknown')] }, 'asks intactMeaning (III-REFUND, II-QUALITY) / upheld 9, 1125.00, us'],
    ['the person pays in full', { found: [defect('manufacturing'), beyondTheClaim('wear')], answers: answers('intactMeaning', 'payInFull') }, 'upheld 1, 125.00, us / upheld 9, 1125.00, us'],
    ['the person pays nothing: upheld, but no refund of that unit', { found: [defect('manufacturing'), beyondTheClaim('misuse')], answers: answers('intactMeaning', 'refuseNotIntact') }, 'upheld 0, 0.00, us / upheld 9, 1125.00, us'],
    ['further damage on goods that are not upheld asks nobody', { found: [sound(), beyondTheClaim('misuse')] }, 'not upheld, notDefective, client / not upheld, notDefective, client'],
  ],
  'IV customised goods: only for a quality issue': [
    ['customised and badly made: a quality issue', { sold: customised, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['customised and sound: no return', { sold: customised, found: [sound()] }, 'not upheld, notDefective, client'],
    ['customised, and we shipped the wrong ones: a person decides', { sold: customised, claim: { claimedReason: 'wrongGoods' }, found: [defect('orderError')] }, 'asks customisedOurError (IV-CUSTOM, II-ORDER)'],
    ['customised, too many shipped, and nobody looked at them: first that', { sold: { ...customised, ...surplus }, counted: { quantity: 2 } }, 'needs finding'],
    ['customised, too many shipped, and sound: a person decides', { sold: { ...customised, ...surplus }, counted: { quantity: 2 }, found: [sound(2)] }, 'asks customisedOurError (IV-CUSTOM, II-ORDER)'],
    ['customised, and our carrier broke them: a person decides', { sold: customised, claim: { claimedReason: 'transportDamage' }, office: objected('2026-11-04'), found: [defect('outboundTransport')] }, 'asks customisedOurError (IV-CUSTOM, II-TRANSPORT)'],
    ['the person takes them back', { sold: customised, found: [defect('orderError')], answers: answers('customisedOurError', 'acceptCustomised') }, 'upheld 10, 1250.00, us'],
    ['the person does not', { sold: customised, found: [defect('orderError')], answers: answers('customisedOurError', 'refuseCustomised') }, 'not upheld, notDefective, client'],
    ['this edition of the policy reads it for the client', { sold: customised, policy: { readings: readings({ customisedOurError: 'accept' }) }, found: [defect('orderError')] }, 'upheld 10, 1250.00, us'],
    ['customised, half badly made, half wrongly picked, and the person refuses: the bad half', { sold: customised, found: [defect('manufacturing', 5), defect('orderError', 5)], answers: answers('customisedOurError', 'refuseCustomised') }, 'upheld 5, 625.00, us / not upheld, notDefective, client'],
    ['customised, badly made and wrongly picked on the same units: a quality issue, nobody is asked', { sold: customised, found: [defect('manufacturing'), defect('orderError')] }, 'upheld 10, 1250.00, us'],
  ],
  'IV return period: late applications': [
    ['late, and the defect is real: a person decides', { office: late, found: [defect('manufacturing')] }, 'asks lateRealDefect (II-QUALITY, IV-PERIOD)'],
    ['the person accepts it', { office: late, found: [defect('manufacturing')], answers: answers('lateRealDefect', 'acceptLate') }, 'upheld 10, 1250.00, us'],
    ['the person refuses it', { office: late, found: [defect('manufacturing')], answers: answers('lateRealDefect', 'refuseLate') }, 'not upheld, timeLimitExceeded, client'],
    ['this edition of the policy reads it for the client', { office: late, policy: { readings: readings({ lateRealDefect: 'accept' }) }, found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
    ['late, and we shipped the wrong goods: the fault is ours, a person decides', { office: late, claim: { claimedReason: 'wrongGoods' }, found: [defect('orderError')] }, 'asks lateRealDefect (II-ORDER, IV-PERIOD)'],
    ['late, and our carrier broke them: a person decides', { office: { ...late, ...objected('2026-11-04') }, found: [defect('outboundTransport')] }, 'asks lateRealDefect (II-TRANSPORT, IV-PERIOD)'],
    ['late, wrong goods, and this edition reads it for the client', { office: late, policy: { readings: readings({ lateRealDefect: 'accept' }) }, found: [defect('orderError')] }, 'upheld 10, 1250.00, us'],
    ['late, our carrier’s damage, and this edition reads it for the client', { office: { ...late, ...objected('2026-11-04') }, policy: { readings: readings({ lateRealDefect: 'accept' }) }, found: [defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['late, our carrier’s damage, and the person refuses: the carrier is still recharged', { office: { ...late, ...objected('2026-11-04') }, found: [defect('outboundTransport')], answers: answers('lateRealDefect', 'refuseLate') }, 'not upheld, timeLimitExceeded, client for ourCarrier'],
    ['late but read for the client, customised, and the person does not take them: not for being late', { office: late, sold: customised, policy: { readings: readings({ lateRealDefect: 'accept' }) }, found: [defect('orderError')], answers: answers('customisedOurError', 'refuseCustomised') }, 'not upheld, notDefective, client'],
    ['late and customised, and the person does not take them: nobody is asked about the period, which refuses nothing', { office: late, sold: customised, found: [defect('orderError')], answers: answers('customisedOurError', 'refuseCustomised') }, 'not upheld, notDefective, client'],
    ['late and customised, and the person refuses for both: the period is told', { office: late, sold: customised, found: [defect('orderError')], answers: [...answers('customisedOurError', 'refuseCustomised'), ...answers('lateRealDefect', 'refuseLate')] }, 'not upheld, timeLimitExceeded, client'],
    ['a late change of mind is an automatic no', { office: late, claim: { claimedReason: 'clientOrderingError' }, found: [sound()] }, 'not upheld, asOrdered, client'],
    ['late, and nothing is wrong', { office: late, found: [sound()] }, 'not upheld, notDefective, client'],
    ['late, and not inspected yet', { office: late }, 'needs finding'],
    ['14 calendar days end earlier than 14 working days', { contract: { returnPeriod: { days: 14, kind: 'calendarDays', receiptDayCounts: false } }, office: { application: anApplication({ receivedOn: '2026-11-17' }) }, found: [defect('manufacturing')] }, 'asks lateRealDefect (II-QUALITY, IV-PERIOD)'],
    ['the day of receipt counts: one day less', { contract: { returnPeriod: { days: 14, kind: 'workingDays', receiptDayCounts: true } }, office: { application: anApplication({ receivedOn: '2026-11-23' }) }, found: [defect('manufacturing')] }, 'asks lateRealDefect (II-QUALITY, IV-PERIOD)'],
    ['a contract without a period: a person decides', { contract: { returnPeriod: null }, found: [defect('manufacturing')] }, 'asks noReturnPeriod (III-APPLY, IV-PERIOD)'],
    ['no contract at all: a person decides', { contract: null, found: [defect('manufacturing')] }, 'asks noReturnPeriod (III-APPLY, IV-PERIOD)'],
    ['no period, the person treats it as in time', { contract: { returnPeriod: null }, found: [defect('manufacturing')], answers: answers('noReturnPeriod', 'treatAsInTime', null) }, 'upheld 10, 1250.00, us'],
    ['no period, the person treats it as late: the defect is still real', { contract: { returnPeriod: null }, found: [defect('manufacturing')], answers: answers('noReturnPeriod', 'treatAsLate', null) }, 'asks lateRealDefect (II-QUALITY, IV-PERIOD)'],
    ['no period, the person treats it as late, and we shipped the wrong goods', { contract: { returnPeriod: null }, found: [defect('orderError')], answers: answers('noReturnPeriod', 'treatAsLate', null) }, 'asks lateRealDefect (II-ORDER, IV-PERIOD)'],
    ['no period, but the claim is refuted anyway', { contract: { returnPeriod: null }, found: [sound()] }, 'not upheld, notDefective, client'],
  ],
  'goods nobody expected are received, and a person decides': [
    ['no application at all', { office: blind, found: [defect('manufacturing')] }, 'asks blindReturn (III-APPLY, III-INSPECT)'],
    ['no application, and nothing is wrong with the goods', { office: blind, found: [sound()] }, 'not upheld, notDefective, client'],
    ['the person accepts it as a return', { office: blind, found: [defect('manufacturing')], answers: answers('blindReturn', 'acceptAsReturn', null) }, 'upheld 10, 1250.00, us'],
    ['the person does not', { office: blind, found: [defect('manufacturing')], answers: answers('blindReturn', 'refuseAsReturn', null) }, 'not upheld, moreInformation, client'],
    ['the goods came before the review', { office: { review: null }, found: [defect('manufacturing')] }, 'asks blindReturn (III-REVIEW, III-INSPECT)'],
    ['the goods came although the review denied them', { office: { review: { outcome: 'denied', sentOn: '2026-11-10' } }, found: [defect('manufacturing')] }, 'asks blindReturn (III-REVIEW, III-INSPECT)'],
    ['the goods came while we waited for information', { office: { review: { outcome: 'moreInformation', sentOn: '2026-11-10' } }, found: [defect('manufacturing')] }, 'asks blindReturn (III-REVIEW, III-INSPECT)'],
    ['an article of ours that this claim is not about', { counted: otherArticle(), found: [defect('manufacturing')] }, 'asks blindReturn (III-APPLY, II-ORDER)'],
    ['another article, and the person says it is none of ours', { counted: otherArticle(), found: [defect('manufacturing')], answers: answers('blindReturn', 'refuseAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['another article, and the person accepts it: which order sets its price', { counted: otherArticle(), found: [defect('manufacturing')], answers: answers('blindReturn', 'acceptAsReturn') }, 'needs orderLine'],
    ['a serial number we never shipped', { counted: { identity: 'mismatch_instance' }, found: [defect('manufacturing')] }, 'asks blindReturn (III-APPLY, II-ORDER)'],
    ['a foreign serial number, and the person refuses it', { counted: { identity: 'mismatch_instance' }, found: [defect('manufacturing')], answers: answers('blindReturn', 'refuseAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['a foreign serial number, and the person lets it pass', { counted: { identity: 'mismatch_instance' }, found: [defect('manufacturing')], answers: answers('blindReturn', 'acceptAsReturn') }, 'upheld 10, 1250.00, us'],
    ['units beyond what was announced', { counted: { identity: 'mismatch_quantity' }, found: [defect('manufacturing')] }, 'asks blindReturn (III-APPLY, II-ORDER)'],
    ['a surplus, and the person refuses it', { counted: { identity: 'mismatch_quantity' }, found: [defect('manufacturing')], answers: answers('blindReturn', 'refuseAsReturn') }, 'not upheld, quantityDifference, client'],
    ['units of no known order', { counted: { returnLineId: null }, found: [defect('manufacturing')] }, 'asks blindReturn (III-APPLY, II-ORDER)'],
    ['units of no known order are accepted, but whose price is it', { counted: { returnLineId: null }, found: [defect('manufacturing')], answers: answers('blindReturn', 'acceptAsReturn') }, 'needs orderLine'],
    ['units of no known order, accepted, and nothing is wrong with them', { counted: { returnLineId: null }, found: [sound()], answers: answers('blindReturn', 'acceptAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['units of no known order, and the person refuses them', { counted: { returnLineId: null, article: { gtin: null, number: 'PUMP-40', name: '' } }, found: [defect('manufacturing')], answers: answers('blindReturn', 'refuseAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['units known by their GTIN alone, and the person refuses them', { counted: { returnLineId: null, article: { gtin: '09521101530001', number: null, name: '' } }, found: [defect('manufacturing')], answers: answers('blindReturn', 'refuseAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['units nobody can identify, and the person refuses them', { counted: { returnLineId: null, article: { gtin: null, number: null, name: 'grey box' } }, found: [defect('manufacturing')], answers: answers('blindReturn', 'refuseAsReturn') }, 'not upheld, notIdentifiable, client'],
  ],
  'never more than approved, never more than shipped': [
    ['ten come back, six were approved', { claim: { approvedQuantity: 6 }, found: [defect('manufacturing')] }, 'upheld 6, 750.00, us'],
    ['ten come back, eight were shipped', { sold: { shippedQuantity: 8 }, found: [defect('manufacturing')] }, 'upheld 8, 1000.00, us'],
    ['the review named no number: what was asked for', { claim: { approvedQuantity: null, requestedQuantity: 4 }, found: [defect('manufacturing')] }, 'upheld 4, 500.00, us'],
    ['nothing was approved: nothing is paid, and the fault stays ours', { claim: { approvedQuantity: 0 }, found: [defect('manufacturing')] }, 'not upheld, quantityDifference, us'],
    ['a portion of ours beyond the approved number stays ours like the part of one', { claim: { approvedQuantity: 5 }, found: [defect('manufacturing', 5), defect('manufacturing', 5)] }, 'upheld 5, 625.00, us / not upheld, quantityDifference, us'],
    ['of two causes the first counts against the approved number', { claim: { approvedQuantity: 7 }, found: [defect('orderError', 5), defect('manufacturing', 5)] }, 'upheld 5, 625.00, us / upheld 2, 250.00, us'],
    ['a shared unit beyond the approved number is not paid', { claim: { approvedQuantity: 5 }, found: [defect('manufacturing', 5), defect('unknown', 5)], answers: answers('responsibleUnknown', 'sharedHalf') }, 'upheld 5, 625.00, us / not upheld, quantityDifference, shared'],
    ['units paid in full are served before those paid by half, whichever come first', { claim: { approvedQuantity: 5 }, found: [defect('unknown', 5, on(0, 5)), defect('manufacturing', 5, on(5, 10))], answers: answers('responsibleUnknown', 'sharedHalf') }, 'not upheld, quantityDifference, shared / upheld 5, 625.00, us'],
    ['a third of a kilogram at USD 1.00 is 33 cents', { sold: { unit: 'KG', unitPrice: 100, shippedQuantity: 1 }, claim: { approvedQuantity: 1 }, counted: { quantity: 0.333 }, found: [defect('manufacturing', 0.333)] }, 'upheld 0.333, 0.33, us'],
    ['a hazard on hold is decided all the same', { holds: [aHold({ reason: 'hazard' })], found: [defect('manufacturing')] }, 'upheld 10, 1250.00, us'],
  ],
};

describe.each(Object.entries(table))('%s', (_, rows) => {
  test.each(rows)('%s', (_rule, situation, says) => {
    expect(saidOf(aSituation(situation))).toBe(says);
  });
});

test('the table has at least sixty situations', () => {
  expect(Object.values(table).flat().length).toBeGreaterThanOrEqual(60);
});

function otherArticle(): NonNullable<Situation['counted']> {
  return {
    identity: 'mismatch_class',
    article: { gtin: null, number: 'PUMP-50', name: 'Centrifugal pump 50' },
  };
}

function ballPens(): NonNullable<Situation['counted']> {
  return {
    identity: 'mismatch_class',
    article: { gtin: '04012345678901', number: 'PEN-1', name: 'Ball pen' },
  };
}

function readings(
  overrides: Partial<PolicyInput['policy']['parameters']['readings']>,
): PolicyInput['policy']['parameters']['readings'] {
  return {
    lateRealDefect: 'ask',
    customisedOurError: 'ask',
    unknownLiability: 'ask',
    blindReturn: 'ask',
    ...overrides,
  };
}
