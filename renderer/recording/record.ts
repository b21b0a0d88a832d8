import { admitFact } from '../../shared/cases/admitFact.ts';
import type { Person, Site } from '../../shared/facts/documents.ts';
import { Fact } from '../../shared/facts/fact.ts';
import type { FactId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Basis, Command } from '../../shared/sync/command.ts';
import { cachedCase } from '../cases/caseCache.ts';
import { readCase } from '../cases/caseSources.ts';
import type { LoadedCase } from '../cases/loadedCase.ts';
import { cachedByTable } from '../storage/cachedByTable.ts';
import { cachedValues } from '../storage/meta.ts';
import type { StationValues } from '../storage/rows.ts';
import { StorageTrouble } from '../storage/watchdog.ts';
import type { ActionContext, ActionRefusal, StorageRefusal } from './actionContext.ts';
import { admissionView } from './admissionView.ts';
import { oneAtATime } from './oneAtATime.ts';
import { storeOrQueue, storePendingWrites } from './pendingWrites.ts';
import { type Stamp, stamped } from './stamp.ts';
import type { KeptPhoto } from './storeCommands.ts';
import { underWay } from './underWay.ts';

export type Recording<F extends Fact> = {
  /** The case it is about; null while nobody knows. */
  readonly caseId: string | null;
  /** Says what happened, given where, who, when and the case as it stands. */
  readonly fact: (
    stamp: Stamp,
    loaded: LoadedCase | null,
  ) => Result<F, ActionRefusal> | Promise<Result<F, ActionRefusal>>;
  readonly pin?: string;
  /** The record it is about, where that is not among the stored ones. */
  readonly target?: Fact;
  readonly photo?: (fact: F, loaded: LoadedCase | null) => KeptPhoto;
};

/**
 * The way of every action: load, decide by the shared rule, seal (numbered, chained, signed and on
 * disk in the journal), then one transaction. One at a time per window, so that each decides upon
 * what the one before has saved.
 */
export async function record<F extends Fact>(
  context: ActionContext,
  recording: Recording<F>,
): Promise<Result<F, ActionRefusal>> {
  const recorded = oneAtATime(context.db, async (): Promise<Result<F, ActionRefusal>> => {
    const behind = await troubleOf(() => storePendingWrites(context.db), false);
    if (behind) return behind;
    const { db } = context;
    const { caseId } = recording;
    const surroundings = await surroundingsOf(context);
    const taken = caseId === null ? null : await cachedCase(db, caseId);
    const stamp = stamped(context, surroundings.site, surroundings.values);
    const loaded = taken && readCase(taken.sources, stamp.at.localDate);
    const said = await recording.fact(stamp, loaded);
    if (!said.ok) return said;
    const fact = said.value;
    const bad = Fact.safeParse(fact).error?.issues[0];
    if (bad) return refuse({ code: 'badInput', field: bad.path.join('.'), detail: bad.message });

    const view = await admissionView(db, fact, loaded, recording.target);
    const admitted = admitFact(fact, surroundings.actor, view);
    if (!admitted.ok) return admitted;
    const basis = { cursor: surroundings.values.cursor ?? null, heads: headsOf(loaded) };
    const sealed = await seal(context, fact, basis, recording.pin ?? null);
    if (!sealed.ok) return sealed;
    const photo = recording.photo?.(fact, loaded);
    const work = {
      commands: [sealed.value],
      photos: photo ? [photo] : [],
      now: stamp.at.utc,
    };
    return (await troubleOf(() => storeOrQueue(db, work, taken), true)) ?? accept(fact);
  });
  return underWay(context.db, recorded);
}

/** Trouble of the disk becomes a refusal here, once, with what is safe all the same. */
async function troubleOf(
  storing: () => Promise<void>,
  journalled: boolean,
): Promise<Result<never, StorageRefusal> | null> {
  try {
    await storing();
    return null;
  } catch (cause) {
    if (!(cause instanceof StorageTrouble)) throw cause;
    return refuse({ code: 'notStored', why: cause.why, detail: cause.message, journalled });
  }
}

async function seal(
  context: ActionContext,
  fact: Fact,
  basis: Basis,
  pin: string | null,
): Promise<Result<Command, ActionRefusal>> {
  try {
    return await context.desktop.sealCommand({ draft: { version: 1, fact, basis }, pin });
  } catch (cause) {
    return refuse({
      code: 'journalFailed',
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

/** The inspections whose verdicts stand. */
function headsOf(loaded: LoadedCase | null): FactId[] {
  if (!loaded) return [];
  const { heads, inspections } = loaded.file;
  return inspections
    .filter((i) => heads.includes(i.verdictId))
    .map((i) => i.id)
    .slice(0, 50);
}

const siteBy = cachedByTable(['sites'], (db, id) => db.sites.get(id));
const personBy = cachedByTable(['people'], (db, id) => db.people.get(id));

/** Where and who: the site, the station's values, the person as central last told it. */
async function surroundingsOf({ db, person, enrolment }: ActionContext): Promise<{
  readonly site: Site | undefined;
  readonly values: Partial<StationValues>;
  readonly actor: Person;
}> {
  const [site, values, known] = await Promise.all([
    siteBy(db, enrolment.siteId),
    cachedValues(db, 'station'),
    personBy(db, person.personId),
  ]);
  // Until central tells, as the vault of this station knows the person.
  const actor = known ?? {
    id: person.personId,
    name: person.name,
    badge: person.badge,
    roles: person.roles,
    siteIds: [enrolment.siteId],
    active: true,
  };
  return { site, values, actor };
}
