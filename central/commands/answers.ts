/** What central says to a command, before anything else follows from it. */

import type { Refusal } from '../../shared/facts/refusal.ts';
import type { CommandResult } from '../../shared/sync/centralApi.ts';
import type { Decided } from './batch.ts';
import type { SentCommand } from './readCommand.ts';

export function answer(sent: SentCommand, result: CommandResult): Decided {
  return { sent, result, keep: true, numbered: true, admitted: null };
}

export function refusedAs(sent: SentCommand, refusal: Refusal): CommandResult {
  return { kind: 'refused', id: sent.id, refusal };
}

export function quarantinedAs(sent: SentCommand): CommandResult {
  return { kind: 'quarantined', id: sent.id, reason: sent.trouble };
}

export function repeated(result: CommandResult): CommandResult {
  return result.kind === 'applied' ? { ...result, kind: 'duplicate' } : result;
}
