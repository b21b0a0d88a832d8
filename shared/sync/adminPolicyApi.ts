import { z } from 'zod';
import { PolicyVersion } from '../facts/documents.ts';
import { ReplayPage } from './replayApi.ts';

/** Cases decided again at once; the rest is asked for page by page. */
export const mostReplayed = 500;

export const adminPolicyApi = {
  replayPolicy: {
    method: 'POST',
    path: '/central/admin/policies/replay',
    auth: 'admin',
    scope: 'policy',
    body: z.strictObject({
      effectiveFrom: PolicyVersion.shape.effectiveFrom,
      parameters: PolicyVersion.shape.parameters,
      /** The last case of the page before; null begins. */
      after: z.string().max(64).nullable(),
      limit: z.number().int().min(1).max(mostReplayed),
    }),
    response: ReplayPage,
    says: "Which of the company's decided cases a policy of these numbers would decide otherwise, and what that comes to. Changes nothing.",
  },
} as const;
