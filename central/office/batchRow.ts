import { ExternalId } from '../../shared/office/externalId.ts';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import type { BatchRow, RowAnswer } from '../../shared/office/officeApi.ts';
import {
  type OfficeCommand,
  type OfficeError,
  officeError,
} from '../../shared/office/officeCommand.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { OfficeAnswer } from './applyOffice.ts';

type ReadRow = Result<OfficeCommand, readonly OfficeError[]>;

/** What a row of a batch, a stream or a file asks for. */
export function commandOfRow(
  kind: OfficeKind,
  { source, id, body, withdraw, expectedVersion }: BatchRow,
  said: Pick<OfficeCommand, 'actor' | 'actorId' | 'reason' | 'sites'>,
): ReadRow {
  const externalId = ExternalId.safeParse({ source, id });
  if (!externalId.success)
    return refuse(
      externalId.error.issues.map(({ path, message }) =>
        officeError(path.map(String).join('.'), 'unreadable', message),
      ),
    );
  const command = {
    kind,
    externalId: externalId.data,
    actor: said.actor,
    actorId: said.actorId ?? null,
    sites: said.sites ?? null,
    expectedVersion: expectedVersion ?? null,
  };
  if (withdraw !== undefined && body === undefined)
    return accept({ ...command, action: 'withdraw', reason: withdraw.reason });
  if (withdraw === undefined && body !== undefined)
    return accept({ ...command, action: 'put', reason: said.reason, body });
  return refuse([officeError('', 'unreadable', 'A row has a body, or withdraw with its reason')]);
}

/** The answer to a row, in the words of the contract. */
export function rowAnswerOf(
  { source, id }: Pick<BatchRow, 'source' | 'id'>,
  answer: OfficeAnswer | ReadRow | undefined | void,
): RowAnswer {
  const row = { source, id };
  if (answer && 'outcome' in answer)
    return answer.outcome === 'refused'
      ? { ...row, outcome: 'refused', errors: [...answer.errors] }
      : { ...row, outcome: answer.outcome, version: answer.version };
  const errors = answer && !answer.ok ? answer.refusal : [];
  return { ...row, outcome: 'refused', errors: [...errors] };
}
