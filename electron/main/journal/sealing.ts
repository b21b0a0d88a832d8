import type { DesktopInput, Enrolment, SealRefusal } from '../../../shared/desktop/desktopApi.ts';
import { errorCode } from '../../../shared/node/errorCode.ts';
import { commandHash, seal } from '../../../shared/node/seal.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { canonicalJson } from '../../../shared/sync/canonicalJson.ts';
import { type Command, CommandDraft } from '../../../shared/sync/command.ts';
import type { DiskSpace } from '../machine/diskSpace.ts';
import type { People, Signer } from '../people/people.ts';
import type { Journal, Written } from './journal.ts';
import type { Head } from './journalHead.ts';

type Deps = {
  readonly enrolment: () => Enrolment | null;
  readonly people: People;
  readonly journal: () => Journal;
  readonly space: DiskSpace;
};

/** Numbers, chains, signs and journals what a person did, in this order of refusals. */
export async function sealInJournal(
  { draft: asked, pin }: DesktopInput<'sealCommand'>,
  { enrolment, people, journal, space }: Deps,
): Promise<Result<Command, SealRefusal>> {
  const draft = CommandDraft.parse(asked);
  const station = enrolment();
  if (station === null || draft.fact.stationId !== station.stationId)
    return refuse({ code: 'notEnrolled' });
  const asking = people.signer();
  if (asking === null) return refuse({ code: 'notSignedIn' });
  if (draft.fact.personId !== asking.person.personId) return refuse({ code: 'otherPerson' });

  if (draft.fact.kind === 'verdictDecided') {
    if (pin === null) return refuse({ code: 'pinRequired' });
    const proof = await people.provePin(pin);
    if (!proof.ok) return refuse({ code: 'pin', refusal: proof.refusal });
  }
  const freeBytes = await space.free();
  if (freeBytes < space.minimum) return refuse({ code: 'diskFull', freeBytes });

  let written: Written;
  try {
    written = await journal().append(draft.fact.id, (head) => sealAfter(head, draft, asking));
  } catch (failure) {
    if (errorCode(failure) === 'ENOSPC')
      return refuse({ code: 'diskFull', freeBytes: await space.free() });
    const detail = errorCode(failure) ?? 'unwritable';
    return refuse({ code: 'journalFailed', detail });
  }
  const { command, fresh } = written;
  return fresh || isSameDraft(command, draft) ? accept(command) : refuse({ code: 'idReused' });
}

function sealAfter(head: Head, draft: CommandDraft, { key }: Signer): Command {
  const { version, fact, basis } = draft;
  const { stationId } = fact;
  const sequence = head.sequence + 1;
  return seal({ version, fact, basis, stationId, sequence, previousHash: head.hash }, key);
}

/** Whether a command from elsewhere is still what was sealed. */
export function isUnaltered(command: Command): boolean {
  return command.signature !== '' && commandHash(command) === command.hash;
}

function isSameDraft({ version, fact, basis }: Command, draft: CommandDraft): boolean {
  return canonicalJson({ version, fact, basis }) === canonicalJson(draft);
}
