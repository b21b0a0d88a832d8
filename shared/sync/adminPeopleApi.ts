/** Part of the contract with central: its people, for administrators. */
import { z } from 'zod';
import { Person } from '../facts/documents.ts';
import { PersonId } from '../ids.ts';
import { By } from './adminApi.ts';
import { PageQuery, SiteToChoose } from './adminStationsApi.ts';
import { IssuedSlip, KnownKey, PublicKey } from './joiningApi.ts';

const { name, badge, roles, siteIds } = Person.shape;
const Id = z.strictObject({ id: z.string() });
const reason = z.string().trim().min(1).max(500);

export const adminPeopleApi = {
  everybody: {
    method: 'GET',
    path: '/central/admin/people',
    auth: 'admin',
    scope: 'read',
    query: PageQuery,
    response: z.strictObject({
      /** For the page behind this one; null: this was the last. */
      cursor: z.string().nullable(),
      people: z.array(
        z.strictObject({
          person: Person,
          /** Stations: where they signed in with a key of their own, and where they are locked out. */
          joinedAt: z.array(z.string()),
          lockedAt: z.array(z.string()),
        }),
      ),
      sites: z.array(SiteToChoose),
    }),
    says: 'Everybody, also who left, with where they joined and where they are locked out.',
  },
  addPerson: {
    method: 'POST',
    path: '/central/admin/people',
    auth: 'admin',
    scope: 'people',
    body: z.object({
      id: PersonId.optional(),
      name,
      badge,
      roles,
      siteIds,
      by: By,
      reason: reason.optional(),
    }),
    response: z.strictObject({ person: Person, ...IssuedSlip.shape }),
    says: 'Somebody begins to work here, with a slip to join at a station.',
  },
  changePerson: {
    method: 'POST',
    path: '/central/admin/people/:id',
    auth: 'admin',
    scope: 'people',
    params: Id,
    body: z.object({
      name: name.optional(),
      badge: badge.optional(),
      roles: roles.optional(),
      siteIds: siteIds.optional(),
      /** Comes back. */
      active: z.literal(true).optional(),
      by: By,
      reason,
    }),
    response: z.strictObject({ person: Person }),
    says: 'Another name, badge, role or site; what they recorded before counts by what they were then.',
  },

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
    body: z.strictObject({ by: By, reason: reason.optional() }),
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
