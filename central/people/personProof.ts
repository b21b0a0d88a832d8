import { createPublicKey, verify } from 'node:crypto';
import type { Role } from '../../shared/facts/codes.ts';
import { type PersonProof, personProvedText } from '../../shared/sync/proof.ts';
import type { Rows } from '../database/rows.ts';
import { documentForSite } from '../documents/documentRows.ts';
import { publicKeysOf } from './personRows.ts';

/** Is this a person who works at the station's site in this role, and did their key sign its proof? */
export async function isPersonWith(
  rows: Rows,
  asked: {
    readonly shown: PersonProof;
    readonly proof: string;
    readonly station: { readonly siteId: string };
    readonly role: Role;
  },
): Promise<boolean> {
  const { shown, proof, station, role } = asked;
  const { personId, signature } = shown;
  const person = await documentForSite(rows, 'people', personId, station.siteId);
  if (!person?.active || !person.roles.includes(role)) return false;
  const publicKey = (await publicKeysOf(rows, [personId])).get(personId);
  if (publicKey === undefined) return false;
  const key = createPublicKey({
    key: Buffer.from(publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  return verify(
    'sha256',
    Buffer.from(personProvedText(personId, proof)),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
}
