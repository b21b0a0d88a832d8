/** A station in the bench page: its real database, and the abilities of the shell or stand-ins for them. */
import { type ActionContext, newId } from '../../../../renderer/recording/actionContext.ts';
import { openStorage } from '../../../../renderer/storage/openStorage.ts';
import type { StationDatabase } from '../../../../renderer/storage/stationDatabase.ts';
import { applyChanges } from '../../../../renderer/sync/pull/applyChanges.ts';
import type { Enrolment, SignedInPerson } from '../../../../shared/desktop/desktopApi.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import type { Command } from '../../../../shared/sync/command.ts';
import { personId, siteId, stationId } from '../../../builders/cases/ids.ts';
import { benchTime, looseEnvelope } from '../goods.ts';
import { verify } from './work.ts';

export async function openedStorage(): Promise<StationDatabase> {
  const opened = await openStorage('quayside');
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value.db;
}

/** Pages of a thousand, as central sends them; the feed itself is still to be read from its beginning. */
export async function takeOver(db: StationDatabase, changes: readonly Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += 1000)
    await applyChanges(db, { changes: changes.slice(from, from + 1000), cursor: '0' }, benchTime);
}

/** Numbers a command at once: what saving costs without the journal. */
export function looseSealing(): ActionContext['desktop'] {
  let sequence = 0;
  return {
    async sealCommand({ draft }) {
      sequence += 1;
      // As it was given, in the loose envelope.
      const command = { ...draft, ...looseEnvelope(draft.fact.stationId, sequence) } as Command;
      return { ok: true, value: command };
    },
    keepPhoto: async ({ bytes }) => ({ ok: true, value: { bytes: bytes.length } }),
    provePin: async () => ({ ok: true, value: {} }),
    keepHeldDecision: async () => ({}),
    letHeldDecisionGo: async () => ({}),
    printDocument: async () => ({ ok: false, refusal: { code: 'calledOff' } }),
    keepPrinted: async () => ({ ok: false, refusal: { code: 'notPrinted' } }),
    dropPrinted: async () => ({}),
  };
}

/** Ivan the inspector, at a station without a shell. */
export function looseContext(db: StationDatabase): ActionContext {
  return {
    db,
    desktop: looseSealing(),
    clock: { now: () => benchTime, monotonicMs: () => performance.now(), bootId: 'boot-1' },
    person: { personId: personId('ivan'), name: 'Ivan', badge: 'IVAN01', roles: ['inspector'] },
    enrolment: benchEnrolment,
    newId,
  };
}

const benchEnrolment: Enrolment = {
  stationId: stationId('station-1'),
  siteId: siteId('site-1'),
  siteName: 'Newark',
  stationName: 'Dock 1',
  fingerprint: 'f',
};

/** Ivan at a real station: enrolled with the central at `at`, signed in with his PIN. */
export async function shellContext(
  db: StationDatabase,
  at: Readonly<Record<string, string>>,
): Promise<ActionContext> {
  const desktop = window.quayside;
  if (!desktop) throw new Error('the bench page is not in the shell');
  const { centralUrl = '', code = '' } = at;
  const enrolled = await desktop.enrolStation({ centralUrl, code, stationName: 'Bench' });
  if (!enrolled.ok) throw new Error(enrolled.refusal.code);
  await desktop.refreshPeople({});
  const signed = await desktop.signIn({ badge: 'IVAN01', pin: '123456' });
  if (!signed.ok) throw new Error(signed.refusal.code);
  const person: SignedInPerson = signed.value;
  const { bootId } = await desktop.stationState({});
  verify('who is signed in', person.personId, 'ivan');
  return {
    db,
    desktop,
    clock: { now: () => benchTime, monotonicMs: () => performance.now(), bootId },
    person,
    enrolment: enrolled.value,
    newId,
  };
}
