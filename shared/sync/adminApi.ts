/** Administrators of central: who they are, what each may do, and how they come to their tokens. */
import { z } from 'zod';
import { Instant } from '../facts/time.ts';

/**
 * What an administrator may do: stations (`enrol`), people, calendars and policy, refunds, reading lists,
 * pages and metrics, the company's own records (`/office`), and naming administrators.
 */
export const AdminScope = z.enum([
  'enrol',
  'people',
  'policy',
  'refunds',
  'read',
  'records',
  'administrators',
]);
export type AdminScope = z.infer<typeof AdminScope>;

export const AdminId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/);
const AdminParams = z.strictObject({ id: AdminId });
/** Who asks with the bootstrap token says who that is; of a named administrator it is known. */
export const By = z.string().trim().min(1).max(80).optional();
const Scopes = z.array(AdminScope).min(1).max(7);
const Days = z.number().int().min(1).max(365).optional();

const NameAdministrator = z.object({
  id: AdminId,
  name: z.string().trim().min(1).max(80),
  scopes: Scopes,
  days: Days,
  by: By,
});
const ChangeScopes = z.object({ scopes: Scopes, by: By });
const NewAdminToken = z.object({ days: Days, by: By });
const Reason = z.object({ by: By, reason: z.string().trim().min(1).max(500) });

/** Shown once: central keeps only its hash. */
const AdminToken = z.strictObject({ token: z.string(), goodUntil: Instant });

const Administrators = z.strictObject({
  administrators: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      scopes: z.array(AdminScope),
      appointedBy: z.string(),
      retiredAt: Instant.nullable(),
      /** Of the tokens that are good now: until when, and when each was shown last. */
      tokens: z.array(z.strictObject({ goodUntil: Instant, usedAt: Instant.nullable() })),
    }),
  ),
  /** The one token of the first start. */
  bootstrap: z.enum(['inUse', 'retired']),
});

/** Part of the contract with central: who runs it. */
export const administratorApi = {
  administrators: {
    method: 'GET',
    path: '/central/admin/administrators',
    auth: 'admin',
    scope: 'administrators',
    response: Administrators,
    says: 'Who runs central, what each may do, and until when their tokens are good.',
  },
  nameAdministrator: {
    method: 'POST',
    path: '/central/admin/administrators',
    auth: 'admin',
    scope: 'administrators',
    body: NameAdministrator,
    response: AdminToken,
    says: 'Names an administrator; the token (90 days, or as said) is shown once.',
  },
  changeScopes: {
    method: 'POST',
    path: '/central/admin/administrators/:id/scopes',
    auth: 'admin',
    scope: 'administrators',
    params: AdminParams,
    body: ChangeScopes,
    response: z.strictObject({ changed: z.literal(true) }),
    says: 'What an administrator may do from now on.',
  },
  reissueAdminToken: {
    method: 'POST',
    path: '/central/admin/administrators/:id/token',
    auth: 'admin',
    scope: 'administrators',
    params: AdminParams,
    body: NewAdminToken,
    response: AdminToken,
    says: 'A new token for an administrator who lost theirs; all they had end now.',
  },
  signInLink: {
    method: 'POST',
    path: '/central/admin/administrators/:id/sign-in-link',
    auth: 'admin',
    scope: 'administrators',
    params: AdminParams,
    body: z.object({ by: By }),
    response: z.strictObject({ link: z.string(), goodUntil: Instant }),
    says: 'A one-time link with which an administrator sets up signing in on the page; shown once.',
  },
  retireAdministrator: {
    method: 'POST',
    path: '/central/admin/administrators/:id/retire',
    auth: 'admin',
    scope: 'administrators',
    params: AdminParams,
    body: Reason,
    response: z.strictObject({ retired: z.literal(true) }),
    says: 'An administrator and their tokens end now; what they did stays under their name.',
  },
  retireBootstrap: {
    method: 'POST',
    path: '/central/admin/bootstrap/retire',
    auth: 'admin',
    scope: 'administrators',
    body: Reason,
    response: z.strictObject({ retired: z.literal(true) }),
    says: 'The token of the first start is good no more. Asked by a named administrator.',
  },
  rotateAdminToken: {
    method: 'POST',
    path: '/central/admin/own-token',
    auth: 'admin',
    scope: null,
    body: NewAdminToken,
    response: AdminToken,
    says: 'A new token for the named administrator who asks; the old one stays good for a day.',
  },
} as const;
