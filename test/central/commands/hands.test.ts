import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sqlState } from '../../../central/database/ask.ts';
import { whyNotEntitled } from '../../../shared/cases/decisions/entitled.ts';
import { Role } from '../../../shared/facts/codes.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import { Fact, type FactKind } from '../../../shared/facts/fact.ts';
import { aPerson } from '../../builders/cases/decidedFacts.ts';
import { siteId } from '../../builders/cases/ids.ts';
import { aReturn } from '../aReturn.ts';
import { aStation } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const everyone = ['dock', 'inspector', 'supervisor'] as const;
const mayRecord: Readonly<Record<FactKind, readonly Role[]>> = {
  arrival: everyone,
  doorChecked: everyone,
  arrivalLinked: everyone,
  caseOpened: everyone,
  handlingUnit: everyone,
  photoTaken: everyone,
  held: everyone,
  correction: everyone,
  acceptedAnyway: ['supervisor'],
  unitsCounted: ['dock', 'inspector'],
  missingNoted: ['dock', 'inspector'],
  parcelDone: ['dock', 'inspector'],
  finding: ['inspector'],
  photoAttached: ['inspector'],
  photoAnnotated: ['inspector'],
  inspectionStarted: ['inspector', 'supervisor'],
  inspectionChosen: ['supervisor'],
  inspectionFinished: ['inspector'],
  released: ['inspector', 'supervisor'],
  verdictDecided: ['supervisor'],
  caseTaken: ['inspector'],
  caseHandedOver: ['inspector', 'supervisor'],
  reportMade: ['inspector', 'supervisor'],
};
const kinds = Fact.options.map((option) => option.shape.kind.value);
const cells = kinds.flatMap((kind) =>
  Role.options.map((role) => ({ kind, role, may: mayRecord[kind].includes(role) })),
);

test.each(cells)('$role records $kind: $may, and only at the own site', ({ kind, role, may }) => {
  const person = aPerson({ roles: [role] });
  const mayAt = (who: Person | null, site: string) => whyNotEntitled(who, kind, site) === null;
  expect(mayAt(person, 'site-1')).toBe(may);
  expect(mayAt(person, 'site-2')).toBe(false);
  expect(mayAt({ ...person, active: false }, 'site-1')).toBe(false);
  expect(mayAt({ ...person, siteIds: [siteId('site-2')] }, 'site-1')).toBe(false);
  expect(mayAt(null, 'site-1')).toBe(false);
});

test('what nobody named, nobody may', () => {
  const person = aPerson({ roles: ['dock', 'inspector', 'supervisor'] });
  expect(whyNotEntitled(person, 'toString' as FactKind, 'site-1')).toEqual({
    code: 'notYourRole',
    needs: [],
  });
});

onEachDatabase('the database itself', (ground) => {
  const refusalOf = async (statement: ReturnType<typeof sql>) => {
    try {
      await ground().central.database.rows.execute(statement);
      return 'done';
    } catch (error) {
      return sqlState(error);
    }
  };
  const decisionBy = (person: string, theCase: string, hand = sql`'decided'`) => sql`
    insert into facts (id, kind, site_id, case_id, person_id, hand, accepted_at, skew_ms, body)
    values (${`by-hand-${person}-${theCase}`}, 'verdictDecided', 'site-1', ${theCase}, ${person},
      ${hand}, now(), 0, '{}')`;
  const hand = (person: string, theCase: string, kind: string) =>
    sql`insert into case_hands values (${theCase}, ${person}, ${kind})`;

  test('holds no decision by hands that touched the goods, whatever is tried in SQL', async () => {
    const number = ground().nextCase();
    const theCase = `case-${number}`;
    const station = await aStation(ground().central, ground().keys);
    await station.record(...aReturn(number).inspected);

    const foreignKey = '23503';
    const notAllowed = '23514';
    expect(await refusalOf(decisionBy('ivan', theCase))).toBe(foreignKey);
    expect(await refusalOf(hand('ivan', theCase, 'decided'))).toBe('23505');
    expect(await refusalOf(decisionBy('ivan', theCase, sql`'touched'`))).toBe(notAllowed);
    expect(await refusalOf(decisionBy('ivan', theCase, sql`null`))).toBe(notAllowed);
    expect(
      await refusalOf(sql`update case_hands set hand = 'decided' where case_id = ${theCase}`),
    ).toBe('23001');
    expect(await refusalOf(sql`delete from case_hands where case_id = ${theCase}`)).toBe('23001');
    expect(await refusalOf(hand('vera', theCase, 'blessed'))).toBe(notAllowed);

    // Somebody else may, which shows that the statements above are sound.
    expect(await refusalOf(hand('vera', theCase, 'decided'))).toBe('done');
    expect(await refusalOf(decisionBy('vera', theCase))).toBe('done');
  });

  test('never rewrites or forgets a fact', async () => {
    const number = ground().nextCase();
    const station = await aStation(ground().central, ground().keys);
    const { arrival } = aReturn(number);
    await station.record(arrival);
    expect(await refusalOf(sql`update facts set body = '{}' where id = ${arrival.id}`)).toBe(
      '23001',
    );
    expect(await refusalOf(sql`delete from facts where id = ${arrival.id}`)).toBe('23001');
    expect(await refusalOf(sql`delete from audit`)).toBe('23001');
  });
});
