import { describe, expect, test } from 'vitest';
import { cachedCase, projectionOf } from '../../../renderer/cases/caseCache.ts';
import { sourcesOfCases } from '../../../renderer/cases/caseSources.ts';
import { saveOptimistically } from '../../../renderer/recording/saveOptimistically.ts';
import { noteSequences } from '../../../renderer/storage/meta.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import type { Change } from '../../../shared/sync/change.ts';
import type { Command } from '../../../shared/sync/command.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { aGrant } from '../../builders/cases/aGrant.ts';
import { arrivalId, caseId, factId, unitGroupId } from '../../builders/cases/ids.ts';
import { aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import {
  aLoneStation,
  dora,
  type LoneStation,
  openingTime,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';

/** A station that gave two numbers; the second command, as the journal has it. */
async function afterTwoBoxes(): Promise<{ station: LoneStation; command: Command }> {
  const station = await aLoneStation();
  for (const number of ['BOX-00001', 'BOX-00002'])
    accepted(
      await receiveAsAnnounced(station.as(dora), {
        barcode: scanned(number),
        raw: number,
        caseId: caseId('case-1'),
        dock: 'D1',
        note: '',
      }),
    );
  const command = station.desktop.lines[1];
  if (!command) throw new Error('nothing was journalled');
  return { station, command };
}

/** Another box of the same case, under this number. */
function another({ fact, ...command }: Command, sequence: number): Command {
  if (fact.kind !== 'arrival') throw new Error('no box');
  const id = factId(`box-${sequence}`);
  return { ...command, sequence, fact: { ...fact, id, arrivalId: arrivalId(id) } };
}

async function store({ db }: LoneStation, command: Command): Promise<boolean> {
  const work = { commands: [command], photos: [], now: openingTime };
  return await saveOptimistically(db, work, await cachedCase(db, 'case-1'));
}

describe('The optimistic save', () => {
  test('stores the next number', async () => {
    const { station, command } = await afterTwoBoxes();
    expect(await store(station, another(command, 3))).toBe(true);
    expect(await station.db.outbox.toCollection().primaryKeys()).toEqual([1, 2, 3]);
  });

  test('leaves a number given before alone, though its fact has left the station', async () => {
    const { station, command } = await afterTwoBoxes();
    const own = station.db.facts.where('envelope.sequence').above(0);
    await noteSequences(station.db, await own.toArray());
    await own.delete();
    await station.db.outbox.clear();
    expect(await store(station, command)).toBe(false);
    expect(await station.db.outbox.count()).toBe(0);
  });

  test('leaves a number alone that another window has passed meanwhile', async () => {
    const { station, command } = await afterTwoBoxes();
    const own = await station.db.facts.where('envelope.sequence').equals(2).first();
    if (!own) throw new Error('nothing was stored');
    const envelope = own.envelope && { ...own.envelope, sequence: 4 };
    await station.db.facts.put({ ...own, id: factId(`${own.id}-other`), sequence: 4, envelope });
    expect(await store(station, another(command, 3))).toBe(false);
    expect(await station.db.outbox.toCollection().primaryKeys()).toEqual([1, 2]);
  });

  test('shows in the list what another case had of the goods that were just counted', async () => {
    const { station, command } = await afterTwoBoxes();
    const { db, clock } = station;
    const other = caseId('case-2');
    const granted = aGrant({ caseId: other });
    const counted = aUnitGroup({ id: factId('elsewhere'), caseId: other, serials: ['SN-0001'] });
    const body = { fact: counted, acceptedAt: counted.at.utc };
    const changes: readonly Change[] = [
      { collection: 'cases', id: other, body: aCase({ id: other, rma: 'RMA-2002' }) },
      { collection: 'facts', id: counted.id, body },
      { collection: 'grants', id: granted.id, body: granted },
    ];
    await applyChanges(db, { changes: [...changes] }, clock.now());
    for (const [at, serials] of [[], ['SN-0001']].entries()) {
      const id = factId(`count-${at}`);
      const fact = aUnitGroup({ id, unitGroupId: unitGroupId(`own-${at}`), serials });
      const { fact: _, ...sealed } = command;
      expect(await store(station, { ...sealed, sequence: 3 + at, fact })).toBe(true);
      const taken = await cachedCase(db, 'case-1');
      const read = (await sourcesOfCases(db, ['case-1'])).get('case-1');
      expect(taken?.sources.elsewhere).toEqual(read?.elsewhere);
      expect(read?.elsewhere.granted).toHaveLength(1);
      expect(read?.elsewhere.serials).toHaveLength(at);
      const row = await db.caseRows.get('case-1');
      const { waiting: _order, ...shown } = projectionOf(read ?? nothing(), openingTime);
      expect(row).toMatchObject(shown);
    }
  });
});

function nothing(): never {
  throw new Error('no such case');
}
