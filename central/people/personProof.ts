import type { Role } from '../../shared/facts/codes.ts';
import type { Person } from '../../shared/facts/documents.ts';
import { type PersonProof, personProvedText } from '../../shared/sync/proof.ts';
import type { Rows } from '../database/rows.ts';
import { documentForSite } from '../documents/documentRows.ts';
import { goodKeysOf, isGoodAt } from './goodKeyRows.ts';
import { isSigned } from './isSigned.ts';

/** The person who works at the station's site in this role and whose key signed its proof; null: nobody. */
export async function personProved(
  rows: Rows,
  asked: {
    readonly shown: PersonProof;
    readonly proof: string;
    readonly station: { readonly siteId: string; readonly stationId: string };
    readonly role: Role | 'anybody';
    readonly now: Date;
  },
): Promise<Person | null> {
  const { shown, proof, station, role, now } = asked;
  const { personId, signature } = shown;
  const person = await documentForSite(rows, 'people', personId, station.siteId);
  if (!person?.active || (role !== 'anybody' && !person.roles.includes(role))) return null;
  const keys = (await goodKeysOf(rows, [personId], now)).get(personId) ?? [];
  const isTheirs = keys
    .filter((key) => isGoodAt(key, station.stationId))
    .some(({ publicKey }) =>
      isSigned(personProvedText(personId, proof), { publicKey, signature, coded: 'base64url' }),
    );
  return isTheirs ? person : null;
}
