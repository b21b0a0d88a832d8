/** Why a fact is not admitted. Stations show it, central stores it; `wording` makes sentences of it. */
import { z } from 'zod';
import { Currency } from './money.ts';
import { Instant } from './time.ts';

export const Refusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('notYourRole'), needs: z.array(z.string()) }),
  z.strictObject({ code: z.literal('ownHandsOnCase'), hands: z.enum(['received', 'inspected']) }),
  z.strictObject({ code: z.literal('otherSite') }),
  z.strictObject({ code: z.literal('unknownCase') }),
  z.strictObject({ code: z.literal('unknownArrival') }),
  z.strictObject({ code: z.literal('unknownUnitGroup') }),
  z.strictObject({ code: z.literal('unknownFact') }),
  z.strictObject({ code: z.literal('unknownVerdict') }),
  z.strictObject({ code: z.literal('alreadyArrived'), arrivalId: z.string(), by: z.string() }),
  z.strictObject({ code: z.literal('alreadyLinked'), caseId: z.string() }),
  z.strictObject({ code: z.literal('verdictSuperseded'), head: z.string() }),
  z.strictObject({ code: z.literal('verdictContested'), heads: z.array(z.string()) }),
  z.strictObject({ code: z.literal('alreadyDecided'), by: z.string() }),
  z.strictObject({ code: z.literal('questionOpen'), question: z.string() }),
  z.strictObject({ code: z.literal('evidenceMissing'), shots: z.array(z.string()) }),
  /** The photos given for these shots prove the claim of another case. */
  z.strictObject({
    code: z.literal('pictureOfOtherCase'),
    shots: z.array(z.string()),
    caseId: z.string(),
  }),
  z.strictObject({ code: z.literal('nothingInspected') }),
  z.strictObject({ code: z.literal('moreThanCounted'), counted: z.number(), asked: z.number() }),
  z.strictObject({ code: z.literal('reasonRequired') }),
  z.strictObject({ code: z.literal('caseOnHold'), reason: z.string() }),
  z.strictObject({ code: z.literal('choiceNotOffered'), unitGroupId: z.string() }),
  /** `most` in minor units. */
  z.strictObject({
    code: z.literal('amountOutOfRange'),
    most: z.number(),
    currency: Currency.optional(),
  }),
  z.strictObject({ code: z.literal('nothingChosen') }),
  z.strictObject({ code: z.literal('basisRequired'), unitGroupId: z.string() }),
  /** More than is left of the order line after all it was granted for; `left` in minor units. */
  z.strictObject({ code: z.literal('moreThanLeft'), orderLineId: z.string(), left: z.number() }),
  /** Units of the case were granted under this order line and stand under it no more: they may be these. */
  z.strictObject({ code: z.literal('grantedOnOtherLine'), orderLineId: z.string() }),
  /** Something was granted for what came in this arrival, so it stays where it is. */
  z.strictObject({ code: z.literal('grantedOfArrival') }),
  /** What was signed is not what was computed; both as text. */
  z.strictObject({
    code: z.literal('signedDiffers'),
    field: z.string(),
    signed: z.string(),
    computed: z.string(),
    unitGroupId: z.string().nullable(),
    currency: z.string(),
  }),
  z.strictObject({ code: z.literal('mixesInspections') }),
  z.strictObject({ code: z.literal('inspectionNotStarted') }),
  z.strictObject({ code: z.literal('sameInspector') }),
  z.strictObject({ code: z.literal('quantityNotUnits'), units: z.number(), asked: z.number() }),
  z.strictObject({ code: z.literal('unknownPhoto') }),
  /** No catalogue here has such an entry, or it stands for another code than the finding says. */
  z.strictObject({ code: z.literal('unknownEntry'), entry: z.string() }),
  z.strictObject({ code: z.literal('entryOfOtherCode'), entry: z.string(), of: z.string() }),
  z.strictObject({ code: z.literal('notCorrectable') }),
  /** A verdict that stands rests on what should be taken back. */
  z.strictObject({ code: z.literal('underVerdict') }),
  /** A parcel of which something was counted, held or linked is not unreceived below it. */
  z.strictObject({ code: z.literal('goodsInIt') }),
  /** Without what should be taken back a finding would hang on nothing. */
  z.strictObject({ code: z.literal('foundOnIt') }),
  z.strictObject({ code: z.literal('policyCannotDecide'), field: z.string(), why: z.string() }),
  z.strictObject({ code: z.literal('badSignature') }),
  z.strictObject({ code: z.literal('brokenChain') }),
  /** Somebody decided at central not to wait for it any more. */
  z.strictObject({ code: z.literal('steppedOver'), by: z.string(), at: Instant }),
  z.strictObject({ code: z.literal('inactivePerson') }),
  /** Signed with a key that was no longer good, or that may be in wrong hands. */
  z.strictObject({
    code: z.literal('keyRetired'),
    at: Instant,
    why: z.enum(['left', 'replaced', 'compromised']),
  }),
  /** Recorded at a station after it was revoked, or not provably before. */
  z.strictObject({ code: z.literal('stationRevoked'), at: Instant }),
  z.strictObject({ code: z.literal('idReused') }),
  /** Accepting all the same: one's own record, one about money, or nothing of this name was refused. */
  z.strictObject({ code: z.literal('ownRecord') }),
  z.strictObject({ code: z.literal('notFloorWork') }),
  z.strictObject({ code: z.literal('notRefused') }),
  /** This station has made a report of this number of the case already. */
  z.strictObject({ code: z.literal('reportNumberTaken'), number: z.number() }),
  /** The case holds so many facts already that only a supervisor adds more. */
  z.strictObject({ code: z.literal('caseFull'), most: z.number() }),
]);
export type Refusal = z.infer<typeof Refusal>;
export type RefusalCode = Refusal['code'];
