/** The words of a policy's edition, clause by clause, where a company wrote its own. */
import { z } from 'zod';

export const clauseIds = [
  'II-QUALITY',
  'II-ORDER',
  'II-TRANSPORT',
  'III-APPLY',
  'III-REVIEW',
  'III-SHIPCOST',
  'III-INSPECT',
  'III-REFUND',
  'IV-CUSTOM',
  'IV-PERIOD',
  'V-CSM',
  'V-IMPROVE',
] as const;
export type ClauseId = (typeof clauseIds)[number];

/** Each line is a paragraph of its own. */
export const mostLines = 40;
const words = z
  .string()
  .max(4000)
  .regex(/\S/, 'the words of the clause')
  .refine((said) => said.split('\n').length <= mostLines, `at most ${mostLines} lines`);

/** All clauses or none: a text half a company's own and half ours would be nobody's. */
export const PolicyText = z.strictObject({
  /** BCP 47, of the words: they are shown in it whatever language surrounds them. */
  language: z
    .string()
    .max(20)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'like de or zh-CN'),
  clauses: z.strictObject({
    'II-QUALITY': words,
    'II-ORDER': words,
    'II-TRANSPORT': words,
    'III-APPLY': words,
    'III-REVIEW': words,
    'III-SHIPCOST': words,
    'III-INSPECT': words,
    'III-REFUND': words,
    'IV-CUSTOM': words,
    'IV-PERIOD': words,
    'V-CSM': words,
    'V-IMPROVE': words,
  } satisfies Record<ClauseId, z.ZodType>),
});
export type PolicyText = z.infer<typeof PolicyText>;
