/** How administrators sign in on central's page. Central and the page agree on it. */
import { z } from 'zod';
import { AdminId, AdminScope } from './adminApi.ts';

export const signInPaths = {
  session: '/office/session',
  link: '/office/sign-in-link',
  setUp: '/office/sign-in',
} as const;

/** Characters of a passphrase, as NIST SP 800-63B counts them. */
export const passphraseLength = { least: 12, most: 200 } as const;
/** Signed out after so long without a request. */
export const idleMinutes = 30;

export const Passphrase = z.string().min(passphraseLength.least).max(passphraseLength.most);
/** Of the authenticator application: six digits. */
export const TotpCode = z.string().regex(/^\d{6}$/);
export const SignInLink = z.string().regex(/^ql_[A-Za-z0-9_-]{43}$/);
const Name = z.string().trim().min(1).max(80);

export const SignIn = z.strictObject({
  id: AdminId,
  passphrase: z.string().max(passphraseLength.most),
  code: TotpCode,
});
export type SignIn = z.infer<typeof SignIn>;

export const OpenLink = z.strictObject({ link: SignInLink });
/** Whose link it is; null: of the first administrator, who says that now. */
export const OpenedLink = z.strictObject({
  administrator: z.strictObject({ id: AdminId, name: z.string() }).nullable(),
});
export type OpenedLink = z.infer<typeof OpenedLink>;

export const SetUpSignIn = z.strictObject({
  link: SignInLink,
  administrator: z.strictObject({ id: AdminId, name: Name }).optional(),
  passphrase: Passphrase,
  /** Twenty random bytes in base 32, drawn by the page and kept by an authenticator application. */
  secret: z.string().regex(/^[A-Z2-7]{32}$/),
  /** Proves that the application has the secret. */
  code: TotpCode,
});
export type SetUpSignIn = z.infer<typeof SetUpSignIn>;

export const Session = z.strictObject({
  administrator: z.strictObject({
    id: AdminId,
    name: z.string(),
    scopes: z.array(AdminScope),
  }),
});
export type Session = z.infer<typeof Session>;
