import { type Admitted, admitOffice } from '../../shared/office/admit/admitOffice.ts';
import type { OfficeDocument, OfficeEffect } from '../../shared/office/admit/known.ts';
import { withChanges } from '../../shared/office/admit/withChanges.ts';
import { ArticleBody } from '../../shared/office/bodies/goods.ts';
import {
  type OfficeCommand,
  type OfficeError,
  officeError,
} from '../../shared/office/officeCommand.ts';
import { accept, assertNever, type Result, refuse } from '../../shared/result.ts';
import { giveCalendar } from '../calendars/calendarRows.ts';
import { whyNotGiven } from '../calendars/whyNotGiven.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Rows } from '../database/rows.ts';
import { documentOf, putDocuments } from '../documents/documentRows.ts';
import { showEverywhere } from '../documents/picturesAlongRows.ts';
import { personLeaves } from '../people/keyPeriodRows.ts';
import { keepPerson, type StaffRefusal } from '../people/staffRows.ts';
import { bringUpToDate, followArticles } from './followedRows.ts';
import { loadSet } from './loadSet.ts';
import { keepRecords, lockOffice, type SaidChange } from './recordRows.ts';
import type { TestedParts } from './testedParts.ts';
import { wholeCommands } from './wholeCommands.ts';

/** What became of one command. */
export type OfficeAnswer =
  | {
      readonly outcome: 'created' | 'updated' | 'unchanged' | 'withdrawn';
      readonly version: number;
      readonly ownId: string;
    }
  | { readonly outcome: 'refused'; readonly errors: readonly OfficeError[] };

export type OfficeMode = {
  /** `test`: says what would become of it and writes nothing. */
  readonly mode: 'write' | 'test';
  /** One refusal, and nothing is written. */
  readonly allOrNothing: boolean;
};

/**
 * Admits commands in their order, each knowing the ones before it, and writes what they say: the record,
 * its history, and the documents stations of its scope get. All in one transaction.
 */
export async function applyOffice(
  database: Pick<CentralDatabase, 'write'>,
  commands: readonly OfficeCommand[],
  { mode, allOrNothing }: OfficeMode,
  now: Date,
  /** Of a test in several parts. */
  earlier: TestedParts | null = null,
): Promise<readonly OfficeAnswer[]> {
  let answers: readonly OfficeAnswer[] = [];
  try {
    await database.write(async (rows) => {
      answers = await applyWithin(rows, commands, now, earlier);
      const isRefused = answers.some(({ outcome }) => outcome === 'refused');
      if (mode === 'test' || (allOrNothing && isRefused)) throw new NothingIsWritten();
    });
  } catch (error) {
    if (!(error instanceof NothingIsWritten)) throw error;
  }
  return answers;
}

/** Takes everything back that a transaction did. */
export class NothingIsWritten extends Error {}

/** The same within a transaction of somebody's own. */
export async function applyWithin(
  rows: Rows,
  given: readonly OfficeCommand[],
  now: Date,
  earlier: TestedParts | null = null,
): Promise<readonly OfficeAnswer[]> {
  await lockOffice(rows);
  const commands = await wholeCommands(rows, given);
  const { set, claimsBefore } = await loadSet(rows, commands, now.toISOString(), earlier);
  const answers: OfficeAnswer[] = [];
  let said: SaidChange[] = [];
  let documents: OfficeDocument[] = [];
  /** What is admitted is written together, but before what reads it. */
  const flush = async () => {
    // What a test of several parts changed is known to `earlier` alone: the database has it not.
    if (earlier !== null) return;
    await putDocuments(rows, documents, now);
    await keepRecords(rows, said);
    [said, documents] = [[], []];
  };
  const changed: Record<'articles' | 'returns', Admitted[]> = { articles: [], returns: [] };
  for (const command of commands) {
    const admitted = admitOffice(command, set.known);
    if (!admitted.ok) {
      answers.push({ outcome: 'refused', errors: admitted.refusal });
      continue;
    }
    const effects = admitted.value.effects ?? [];
    if (effects.length > 0) await flush();
    const done = await doAll(rows, effects, command, now);
    if (!done.ok) {
      answers.push({ outcome: 'refused', errors: done.refusal });
      continue;
    }
    set.take(admitted.value);
    earlier?.note(admitted.value, claimsBefore(admitted.value.record));
    documents.push(...admitted.value.documents);
    const { outcome, record, claims } = admitted.value;
    if (outcome !== 'unchanged' && (command.kind === 'articles' || command.kind === 'returns'))
      changed[command.kind].push(admitted.value);
    if (outcome !== 'unchanged') said.push({ record, outcome, claims, reason: command.reason });
    answers.push(answerOf(admitted.value));
  }
  await flush();
  if (earlier === null) await follow(rows, changed, now);
  return answers;
}

/** Articles reach the order lines stations have, and those that returns bring to them. */
async function follow(
  rows: Rows,
  { articles, returns }: Readonly<Record<'articles' | 'returns', readonly Admitted[]>>,
  now: Date,
): Promise<void> {
  await showEverywhere(
    rows,
    articles.flatMap(({ record }) => pictureOf(record.body) ?? []),
  );
  const isLater = articles.filter(({ outcome }) => outcome === 'updated');
  await followArticles(
    rows,
    isLater.map(({ record }) => record.ownId),
    now,
  );
  const named = returns.flatMap(({ documents }) =>
    documents.flatMap((one) =>
      one.collection === 'cases'
        ? one.body.lines.flatMap(({ orderLineId }) => orderLineId ?? [])
        : [],
    ),
  );
  await bringUpToDate(rows, named, now);
}

const pictureOf = (body: unknown) => ArticleBody.parse(body).picture;

function answerOf({ outcome, record: { version, ownId } }: Admitted): OfficeAnswer {
  return { outcome, version, ownId };
}

async function doAll(
  rows: Rows,
  effects: readonly OfficeEffect[],
  command: OfficeCommand,
  now: Date,
): Promise<Result<null, readonly OfficeError[]>> {
  for (const effect of effects) {
    const done = await doOne(rows, effect, command, now);
    if (!done.ok) return done;
  }
  return accept(null);
}

async function doOne(
  rows: Rows,
  effect: OfficeEffect,
  { actor, reason }: OfficeCommand,
  now: Date,
): Promise<Result<null, readonly OfficeError[]>> {
  switch (effect.kind) {
    case 'giveCalendar': {
      const { site: _site, ...said } = effect.body;
      const wish = { ...said, remove: [...effect.remove] };
      const given = await giveCalendar(
        rows,
        effect.siteId,
        { ...wish, by: actor, why: reason },
        now,
      );
      if (given.ok) return accept(null);
      const { field, message } = whyNotGiven(given.refusal);
      return refuse([officeError(field, 'calendar', message)]);
    }
    case 'keepPerson': {
      const kept = await keepPerson(rows, effect.person, { by: actor, reason }, now);
      return kept.ok ? accept(null) : refuse([whyNotStaff(kept.refusal)]);
    }
    case 'cancelReturn': {
      const body = await documentOf(rows, 'cases', effect.caseId);
      const cancelled = { reason: effect.reason };
      const withdrawn = { at: now.toISOString(), what: 'withdrawn', lineId: null, was: null };
      if (body)
        await putDocuments(
          rows,
          [
            {
              collection: 'cases',
              body: withChanges({ ...body, cancelled }, body.changes ?? [], [withdrawn]),
            },
          ],
          now,
        );
      return accept(null);
    }
    case 'personLeaves':
      await personLeaves(rows, { id: effect.personId, why: 'left', by: actor, reason }, now);
      return accept(null);
    default:
      return assertNever(effect);
  }
}

function whyNotStaff(refusal: StaffRefusal): OfficeError {
  switch (refusal.code) {
    case 'badgeTaken':
      return officeError('badge', 'taken', `This is ${refusal.by}’s badge`);
    case 'unknownSite':
      return officeError('sites', 'notHereYet', `There is no site ${refusal.siteId}`);
    default:
      return officeError('', 'stays', 'There is or was somebody of this id');
  }
}
