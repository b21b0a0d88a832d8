/** A case as large as wanted, and one more fact of each kind for it, as often as wanted. */
import { sql } from 'drizzle-orm';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import {
  factId,
  findingId,
  inspectionId,
  personId,
  photoId,
  verdictId,
} from '../../builders/cases/ids.ts';
import { aHold, aPhoto, aRelease } from '../../builders/cases/recordedFacts.ts';
import { aReturn } from '../../central/aReturn.ts';
import { everyKind } from './everyKind.ts';

type Database = { readonly rows: { execute(query: unknown): Promise<unknown> } };

/** What a case is full of. */
export const fillings = ['counts, findings, photos', 'counts of one serial each'] as const;
export type Filling = (typeof fillings)[number];

/** As if so much had been counted, found and pictured, one by one. */
export function fill(database: Database, facts: readonly Fact[], size: number): Promise<unknown> {
  const ids = facts.map(({ id }) => id);
  return database.rows.execute(sql`
    insert into facts (id, kind, site_id, case_id, arrival_id, person_id, hand, accepted_at, skew_ms, body)
    select id || '-' || n, kind, site_id, case_id, arrival_id, person_id, hand, accepted_at, skew_ms,
      body || jsonb_build_object('id', id || '-' || n)
        || case when body ? 'findingId' then jsonb_build_object('findingId', id || '-' || n) else '{}' end
        || case when body ? 'photoId' then jsonb_build_object('photoId', id || '-' || n) else '{}' end
        || case when kind = 'unitsCounted' and jsonb_array_length(body -> 'serials') > 0
          then jsonb_build_object('serials', jsonb_build_array(id || '-' || n)) else '{}' end
    from facts, generate_series(1, ${Math.ceil(size / ids.length)}::int) as n
    where id = any(${sql.param(ids)}::text[])`);
}

/** The case before it grows: what is in it, and of that what it is filled with. */
export function growing(number: number, filling: Filling) {
  const { arrival, count, finding, inspection, approval } = aReturn(number);
  const { caseId, unitGroupId } = finding as FactOf<'finding'>;
  const photo = aPhoto({
    id: factId(`photo-${number}`),
    photoId: photoId(`photo-${number}`),
    caseId,
    subject: { kind: 'unitGroup', unitGroupId },
  });
  const serial: Fact = {
    ...(count as FactOf<'unitsCounted'>),
    id: factId(`serial-${number}`),
    serials: [`serial-${number}`],
    quantity: 1,
  };
  const filled = filling === 'counts of one serial each' ? [serial] : [count, finding, photo];
  return { begun: [arrival, count, finding, photo, serial], filled, inspection, approval };
}

/** By kind, the next one behind what it needs. In this order: rival inspections leave nothing to decide about. */
export function oneMoreOf(number: number, filling: Filling) {
  const { begun, inspection, approval } = growing(number, filling);
  const [, count, finding, photo, serial] = begun;
  if (!count || !finding || !photo || !serial) throw new Error('nothing to make more of');
  const ofKind = new Map(everyKind(number).map((fact) => [fact.kind, fact]));
  let made = 0;
  const named = <T extends Fact>(fact: T): T => {
    made += 1;
    return { ...fact, id: factId(`${fact.kind}-${number}-more-${made}`) };
  };
  const again = (kind: Fact['kind']) => (): readonly Fact[] => {
    const fact = ofKind.get(kind);
    return fact ? [named(fact)] : [];
  };
  const own = {
    count: () => named(count),
    serial: () => {
      const fact = named(serial as FactOf<'unitsCounted'>);
      return { ...fact, serials: [fact.id] };
    },
    finding: () => {
      const fact = named(finding as FactOf<'finding'>);
      return { ...fact, findingId: findingId(fact.id), quantity: 1 };
    },
    photo: () => {
      const fact = named(photo as FactOf<'photoTaken'>);
      return { ...fact, photoId: photoId(fact.id) };
    },
    held: () => named(aHold({ caseId: count.caseId })),
    finished: () => {
      const fact = named(inspection as FactOf<'inspectionFinished'>);
      return { ...fact, verdictId: verdictId(fact.id) };
    },
  };
  const takenBack = (make: () => Fact) => (): readonly Fact[] => {
    const target = make();
    const { caseId, personId: who } = target;
    return [target, named(aCorrection({ caseId, corrects: target.id, personId: who }))];
  };
  return {
    unitsCounted: () => [own.count()],
    'unitsCounted with a serial': () => [own.serial()],
    doorChecked: again('doorChecked'),
    handlingUnit: again('handlingUnit'),
    missingNoted: again('missingNoted'),
    parcelDone: again('parcelDone'),
    photoTaken: () => [own.photo()],
    finding: () => [own.finding()],
    photoAttached: again('photoAttached'),
    photoAnnotated: again('photoAnnotated'),
    held: () => [own.held()],
    released: () => {
      const held = own.held();
      const by = personId('sara');
      return [held, named(aRelease({ caseId: count.caseId, heldFactId: held.id, personId: by }))];
    },
    'correction of a hold': takenBack(own.held),
    'correction of a photo': takenBack(own.photo),
    'correction of a finding': takenBack(own.finding),
    'correction of a count': takenBack(own.count),
    'correction of a serial': takenBack(own.serial),
    verdictDecided: () => {
      const verdict = own.finished();
      const by = { ...approval, verdictId: verdict.verdictId, choices: [], reason: 'Look again' };
      return [verdict, named({ ...by, decision: 'sendBack' as const })];
    },
    inspectionStarted: () => {
      const [fact] = again('inspectionStarted')();
      return fact?.kind === 'inspectionStarted'
        ? [{ ...fact, inspectionId: inspectionId(fact.id) }]
        : [];
    },
    inspectionFinished: () => [own.finished()],
  } as const satisfies Readonly<Record<string, () => readonly Fact[]>>;
}
