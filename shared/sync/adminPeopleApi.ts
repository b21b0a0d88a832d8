/** Part of the contract with central: its people, for administrators. */
import { z } from 'zod';
import { By } from './adminApi.ts';
import { IssuedSlip, KnownKey, PublicKey } from './joiningApi.ts';

export const adminPeopleApi = {
  personLeaves: {
    method: 'POST',
    path: '/central/admin/people/:id/leave',
    auth: 'admin',
    scope: 'people',
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({
      why: z.enum(['left', 'compromised']),
      by: By,
      reason: z.string().trim().min(1).max(500),
    }),
    response: z.strictObject({ left: z.literal(true) }),
    says: 'Somebody works here no more; what they recorded before and did not send counts still.',
  },
  joiningSlip: {
    method: 'POST',
    path: '/central/admin/people/:id/joining-slips',
    auth: 'admin',
    scope: 'people',
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({ by: By }),
    response: IssuedSlip,
    says: 'A slip (one day, single use) with which a person joins at a station and chooses a PIN there.',
  },
  personKeys: {
    method: 'GET',
    path: '/central/admin/people/:id/keys',
    auth: 'admin',
    scope: 'people',
    params: z.strictObject({ id: z.string() }),
    response: z.strictObject({ keys: z.array(KnownKey) }),
    says: 'Every key of a person: where it signs, who vouched for it, and until when.',
  },
  revokeKey: {
    method: 'POST',
    path: '/central/admin/people/:id/keys/revoke',
    auth: 'admin',
    scope: 'people',
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({
      publicKey: PublicKey,
      why: z.enum(['replaced', 'compromised']),
      by: By,
      reason: z.string().trim().min(1).max(500),
    }),
    response: z.strictObject({ revoked: z.literal(true) }),
    says: 'One key of a person ends now; they join anew where it signed.',
  },
  unlockPerson: {
    method: 'POST',
    path: '/central/admin/people/:id/unlock',
    auth: 'admin',
    scope: 'people',
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({
      by: By,
      reason: z.string().trim().min(1).max(500),
    }),
    response: z.strictObject({ unlocked: z.literal(true) }),
    says: 'Forgives the PIN tries of somebody who was locked out, at every station.',
  },
} as const;
