import type { Contract, PolicyVersion } from '../../facts/documents.ts';
import { ClientId, ContractId, PolicyVersionId } from '../../ids.ts';
import { governingTextSha256 } from '../../policy/policyWords.ts';
import { accept, refuse } from '../../result.ts';
import { canonicalJson } from '../../sync/canonicalJson.ts';
import { PolicyBody } from '../bodies/terms.ts';
import { minorUnitsOf } from '../decimal.ts';
import { type OfficeCommand, type OfficeRecord, officeError } from '../officeCommand.ts';
import type { Build } from './build.ts';
import { idNamed } from './idNamed.ts';
import type { Known, OfficeDocument } from './known.ts';
import { textSha256 } from './textSha256.ts';

/**
 * A contract's versions follow each other without gap or overlap: the first day of the next ends the one
 * before. A version under which a return was granted stays; a later day makes another beside it.
 */
export const buildContract: Build<'contracts'> = ({ ownId, source, body, known }) => {
  const id = ContractId.parse(ownId);
  const { secondApprovalAbove: above, client, pausing, periodCalendar, ...terms } = body;
  const secondApprovalAbove = above === null ? null : minorUnitsOf(above, body.currency);
  if (above !== null && secondApprovalAbove === null)
    return refuse([
      officeError(
        'secondApprovalAbove',
        'tooManyDecimals',
        `More decimals than ${body.currency} has`,
      ),
    ]);
  const contract: Omit<Contract, 'version'> = {
    ...terms,
    ...(pausing === undefined ? {} : { pausing }),
    ...(periodCalendar === undefined ? {} : { periodCalendar }),
    id,
    clientId: ClientId.parse(idNamed('clients', client, source)),
    secondApprovalAbove,
  };
  const versions = known.versionsOf(id).toSorted((a, b) => a.version - b.version);
  const newest = versions.at(-1);
  if (newest && newest.clientId !== contract.clientId)
    return refuse([officeError('client', 'stays', 'A contract stays with its client')]);
  const isSame = versions.find(
    ({ version: _version, ...other }) => canonicalJson(other) === canonicalJson(contract),
  );
  if (isSame) return accept({ documents: [] });
  if (newest && contract.effectiveFrom < newest.effectiveFrom)
    return refuse([
      officeError(
        'effectiveFrom',
        'beforeNewest',
        `Version ${newest.version} begins on ${newest.effectiveFrom}; the next begins later`,
      ),
    ]);
  const replaces = newest?.effectiveFrom === contract.effectiveFrom ? newest : null;
  if (replaces && known.isUsed(id, replaces.version))
    return refuse([
      officeError(
        'effectiveFrom',
        'stays',
        `Returns were granted under version ${replaces.version}; give a later day for the next`,
      ),
    ]);
  const version = replaces?.version ?? (newest?.version ?? 0) + 1;
  return accept({
    documents: [{ collection: 'contracts', body: { ...contract, version } }],
  });
};

/** A draft governs nothing: no station hears of it before somebody else has checked it. */
export const buildPolicy: Build<'policies'> = ({ before }) =>
  before?.state === 'current'
    ? refuse([
        officeError('', 'stays', 'This edition is in force; write another under an id of its own'),
      ])
    : accept({ documents: [] });

/** The edition a draft becomes once it was checked. */
export function policyFrom(
  draft: OfficeRecord,
  checker: Pick<OfficeCommand, 'actor' | 'actorId'>,
  known: Known,
): ReturnType<Build<'policies'>> {
  const body = PolicyBody.parse(draft.body);
  const earlier = known.policies();
  if (draft.state !== 'draft')
    return refuse([officeError('', 'stays', 'Only a draft is checked; this one was already')]);
  const { actor, actorId = null } = checker;
  if (actorId === null && known.hasAdministrators)
    return refuse([
      officeError('', 'secondPerson', 'An administrator checks it, with a token of their own'),
    ]);
  if (isSamePerson(draft, { name: actor, id: actorId }))
    return refuse([
      officeError('', 'secondPerson', `${draft.changedBy} wrote it; somebody else checks it`),
    ]);
  // No day that is over gets other rules; the very first may govern what was applied for before.
  if (earlier.length > 0 && body.effectiveFrom <= known.now.slice(0, 10))
    return refuse([
      officeError(
        'effectiveFrom',
        'stays',
        'Days that are over keep their policy; name a later day',
      ),
    ]);
  const edition: PolicyVersion = {
    id: PolicyVersionId.parse(draft.ownId),
    version: Math.max(0, ...earlier.map(({ version }) => version)) + 1,
    title: body.title,
    status: 'inForce',
    effectiveFrom: body.effectiveFrom,
    textSha256: body.text ? textSha256(body.text) : governingTextSha256,
    ...(body.text ? { text: body.text } : {}),
    parameters: body.parameters,
  };
  const documents: readonly OfficeDocument[] = [{ collection: 'policyVersions', body: edition }];
  return accept({ documents });
}

/** By name only where nobody is known to have written it. */
function isSamePerson(
  { changedBy, changedById }: OfficeRecord,
  checker: { readonly name: string; readonly id: string | null },
): boolean {
  return changedById === null || checker.id === null
    ? changedBy === checker.name
    : changedById === checker.id;
}
