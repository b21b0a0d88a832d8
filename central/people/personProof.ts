import type { Role } from '../../shared/facts/codes.ts';
import { type PersonProof, personProvedText } from '../../shared/sync/proof.ts';
import type { Rows } from '../database/rows.ts';
import { documentForSite } from '../documents/documentRows.ts';
import { goodKeysOf, isGoodAt } from './goodKeyRows.ts';
import { isSigned } from './isSigned.ts';

/** Is this a person who works at the station's site in this role, and did their key sign its proof? */
export async function isPersonWith(
  rows: Rows,
  asked: {
    readonly shown: PersonProof;
    readonly proof: string;
    readonly station: { readonly siteId: string; readonly stationId: string };
    readonly role: Role;
    readonly now: Date;
  },
): Promise<boolean> {
  const { shown, proof, station, role, now } = asked;
  const { personId, signature } = shown;
  const person = await documentForSite(rows, 'people', personId, station.siteId);
  if (!person?.active || !person.roles.includes(role)) return false;
  const keys = (await goodKeysOf(rows, [personId], now)).get(personId) ?? [];
  return keys
    .filter((key) => isGoodAt(key, station.stationId))
    .some(({ publicKey }) =>
      isSigned(personProvedText(personId, proof), { publicKey, signature, coded: 'base64url' }),
    );
}
