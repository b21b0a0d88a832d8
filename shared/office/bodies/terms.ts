/** What was agreed, and by which rules it is judged. */
import { z } from 'zod';
import { Contract, DayPeriod, PolicyVersion } from '../../facts/documents.ts';
import { PolicyText } from '../../facts/policyText.ts';
import { LocalDate } from '../../facts/time.ts';
import { CurrencyInUse, Decimal } from '../decimal.ts';
import { Reference } from '../externalId.ts';
import { standardParameters } from '../standardPolicy.ts';

const { inspection, refundMethod, sampling, pausing } = Contract.shape;

/** The day of receipt is not counted where the contract does not say that it is (policy, III-INSPECT). */
const Period = DayPeriod.extend({ receiptDayCounts: z.boolean().default(false) }).nullable();

/** One version of a contract: saying it again with a later `effectiveFrom` makes the next one. */
export const ContractBody = z.strictObject({
  client: Reference,
  effectiveFrom: LocalDate,
  /** IV-PERIOD; null: the contract says none, and a person is asked. */
  returnPeriod: Period,
  objectionPeriod: Period,
  inspection: inspection.default({ receiptDayCounts: false, cutOff: null }),
  refundMethod,
  currency: CurrencyInUse,
  sampling: sampling.default(null),
  pausing,
  /** `country:DE-BY`, where the client's own periods are counted elsewhere than at the site. */
  periodCalendar: z
    .string()
    .regex(/^country:[A-Z]{2}(-[A-Za-z0-9-]{1,20})?$/, 'like country:DE or country:DE-BY')
    .optional(),
  /** Above this worth two supervisors sign; in the contract's currency. */
  secondApprovalAbove: Decimal.nullable().default(null),
});
export type ContractBody = z.infer<typeof ContractBody>;

/** An edition of the policy: its words, and the numbers and readings they are applied with. */
export const PolicyBody = z.strictObject({
  title: PolicyVersion.shape.title.default('Return policy'),
  effectiveFrom: LocalDate,
  /** Left out: as shipped. */
  parameters: PolicyVersion.shape.parameters.default(standardParameters),
  /** Left out: the shipped text. */
  text: PolicyText.optional(),
});
export type PolicyBody = z.infer<typeof PolicyBody>;
