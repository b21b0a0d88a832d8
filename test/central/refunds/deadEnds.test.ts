import { expect, test } from 'vitest';
import { fileOf, referencesOf, type WorkingSet } from '../../../central/cases/workingSet.ts';
import { projectCase } from '../../../renderer/cases/projectCase.ts';
import { askOf } from '../../../renderer/queries/deskQueue/askOf.ts';
import { admitFact } from '../../../shared/cases/admitFact.ts';
import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import { toThousandths } from '../../../shared/facts/quantity.ts';
import { covers, spansOf } from '../../../shared/facts/spans.ts';
import { aDecision } from '../../builders/cases/decidedFacts.ts';
import { factId } from '../../builders/cases/ids.ts';
import { rounds } from '../../faults/figures.ts';
import { modelPeople, playInMemory } from './moneyModel/inMemory.ts';

const on = '2026-11-20';
const histories = rounds(40);
const over = ['declined', 'settled', 'refundStarted', 'refundDue'];

/** Goods of a closed case that central decided nothing about. */
function undecided({ grants, unitGroups }: CaseFile): boolean {
  const portions = grants.flatMap((grant) => grant.portions);
  return unitGroups.some(({ quantity, unitGroupId }) => {
    const own = portions.filter((portion) => portion.unitGroupId === unitGroupId);
    const whole = [{ from: 0, to: toThousandths(quantity) }];
    return !covers(
      own.flatMap(({ units }) => spansOf(units)),
      whole,
    );
  });
}

/** Everybody with clean hands of whom the desk asks something about it. */
function askedAbout(row: ReturnType<typeof projectCase>): readonly Person[] {
  return modelPeople.filter(
    ({ id, roles }) => roles.includes('supervisor') && askOf(row, id).isMine,
  );
}

function maySendBack(file: CaseFile, person: Person): boolean {
  return file.heads.some((verdictId) => {
    const own = file.decisions.filter((d) => d.personId === person.id && d.verdictId === verdictId);
    const back = aDecision({
      id: factId('back'),
      caseId: file.returnCase.id,
      personId: person.id,
      verdictId,
      decision: 'sendBack',
      choices: [],
      reason: 'Look again',
      replaces: own.map(({ id }) => id),
    });
    const view = { arrival: null, twin: null, target: null, isIdTaken: false, owner: null };
    return admitFact(back, person, { ...view, file, goods: [], references: null, refunds: [] }).ok;
  });
}

function deadEndsIn(known: WorkingSet): readonly string[] {
  return [...known.cases.keys()].flatMap((caseId) => {
    const file = fileOf(known, caseId);
    if (!file) return [];
    const references = referencesOf(known, file, on);
    const row = projectCase(
      {
        file,
        references,
        client: null,
        orderLines: references?.orderLines ?? [],
        refunds: known.refunds.get(caseId) ?? [],
        rows: [],
      },
      on,
    );
    const at = `${caseId} ${file.state}`;
    if (over.includes(file.state))
      return undecided(file) ? [`${at}: closed, with goods nobody decided about`] : [];
    if (row.lists.length === 0) return [`${at}: on no list`];
    // Whatever else lies on the bench is looked at there, and finished.
    if (row.lists.some((list) => list !== 'desk')) return [];
    const { inspected, received } = file.duties;
    const mayDecide = modelPeople.filter(
      ({ id, roles }) =>
        roles.includes('supervisor') && !received.includes(id) && !inspected.includes(id),
    );
    if (mayDecide.length === 0) return [];
    const asked = askedAbout(row);
    if (asked.length === 0) return [`${at}: nobody is asked`];
    return asked.some((person) => maySendBack(file, person))
      ? []
      : [`${at}: nobody who is asked may do anything`];
  });
}

test('no history of counts, disputes and decisions leaves a case that nobody is shown, or nobody moves on', () => {
  const found: string[] = [];
  for (let seed = 1; seed <= histories; seed += 1)
    playInMemory(seed, 60, (known) => found.push(...deadEndsIn(known)));
  expect(found).toEqual([]);
});

test.each([352, 488, 742, 966, 1204])(
  'nor one in which goods were counted that the decided verdict was not about (history %i)',
  (seed) => {
    playInMemory(seed, 60, (known) => expect(deadEndsIn(known)).toEqual([]));
  },
);
