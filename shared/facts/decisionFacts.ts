/** What a supervisor decides, signs and answers. */
import { z } from 'zod';
import { ContractId, FactId, PersonId, PolicyVersionId, UnitGroupId, VerdictId } from '../ids.ts';
import { Disposition, ResolutionKind, ShotType } from './codes.ts';
import { Currency, MinorUnits } from './money.ts';
import { Quantity } from './quantity.ts';
import { caseId, recorded, Sha256, units } from './recorded.ts';

/** An answer to a question the policy leaves to a person. */
export const Answer = z.strictObject({
  question: z.string().max(60),
  unitGroupId: UnitGroupId.nullable(),
  /** The units it is about; absent: all of the group. */
  units: units.optional(),
  answer: z.string().max(60),
  reason: z.string().min(1).max(1000),
});
export type Answer = z.infer<typeof Answer>;

export const CompensationBasis = z.enum(['shareOfPrice', 'costOfRepair', 'agreed']);
export type CompensationBasis = z.infer<typeof CompensationBasis>;

/** What a decision was signed over besides its choices, so that central can pay nothing else. */
export const DecisionTerms = z.strictObject({
  currency: Currency,
  policyVersionId: PolicyVersionId,
  policyVersion: z.number().int().min(1),
  contractId: ContractId,
  contractVersion: z.number().int().min(1),
  /** Of the facts and documents the verdict was computed from (`basisHash.ts`). */
  basisHash: Sha256,
});
export type DecisionTerms = z.infer<typeof DecisionTerms>;

export const LateBecause = z.enum([
  'dock',
  'bench',
  'desk',
  'client',
  'carrier',
  'offline',
  'other',
]);
export type LateBecause = z.infer<typeof LateBecause>;

export const GroupChoice = z.strictObject({
  unitGroupId: UnitGroupId,
  resolution: ResolutionKind,
  disposition: Disposition,
  /** Only with decision `override`: the sum the supervisor grants instead, minor units. */
  overrideAmount: MinorUnits.nullable(),
  /** The portion chosen for; absent: every portion of the group. */
  units: units.optional(),
  /** What was signed: units granted, money paid for them, worth of the goods granted, minor units. */
  quantity: Quantity.optional(),
  amount: MinorUnits.optional(),
  value: MinorUnits.optional(),
  /** Only with resolution `compensation`: what the sum was taken from. */
  basis: CompensationBasis.optional(),
});
export type GroupChoice = z.infer<typeof GroupChoice>;

/** What a supervisor wants of the bench before a verdict can be decided. */
export const StillWanted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('photo'), shot: ShotType, unitGroupId: UnitGroupId }),
  z.strictObject({ kind: z.literal('measurement'), unitGroupId: UnitGroupId }),
  z.strictObject({ kind: z.literal('cause'), unitGroupId: UnitGroupId }),
  /** Counted and looked at once more. */
  z.strictObject({ kind: z.literal('units'), unitGroupId: UnitGroupId }),
]);
export type StillWanted = z.infer<typeof StillWanted>;

/** A supervisor decides about one proposed verdict, named by id; never by hands that received or inspected. */
export const VerdictDecidedFact = z.strictObject({
  ...recorded,
  kind: z.literal('verdictDecided'),
  caseId,
  verdictId: VerdictId,
  decision: z.enum(['approve', 'decline', 'sendBack', 'override']),
  /** Portions left out stay open. Empty when nothing is granted or refused by it. */
  choices: z.array(GroupChoice).max(500),
  answers: z.array(Answer).max(50),
  reason: z.string().max(1000),
  /** Absent only in decisions older than it: those approve whatever the policy computes. */
  terms: DecisionTerms.optional(),
  /** Own decisions about this verdict that it takes the place of, while they had no effect. */
  replaces: z.array(FactId).max(20).optional(),
  /** Where the seven days went, when they were exceeded. */
  lateBecause: LateBecause.optional(),
  /** Only with `sendBack`: what exactly is wanted. */
  wanted: z.array(StillWanted).max(100).optional(),
  /** Whom its signer asks for the second signature; anybody else may give it all the same. */
  asks: PersonId.optional(),
});
