import { useMemo } from 'react';
import { isNamedAlike } from '../../../shared/facts/articles.ts';
import type { FindingFact, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useStationDatabase } from '../StationStorage.tsx';
import { useWorkedOut } from '../useWorkedOut.ts';

/** A whole answer, as it was recorded. */
export type DefectAnswer = Extract<FindingFact['observation'], { kind: 'defect' }>;
type Article = Pick<UnitsCountedFact['article'], 'gtin' | 'number'>;

const lookedAt = 400;

/** How many are one key away. */
export const lastOffered = 5;

type Asked = {
  readonly db: StationDatabase;
  readonly gtin: Article['gtin'];
  readonly number: Article['number'];
  readonly most: number;
};

/**
 * What was found wrong with this article last at this station, newest first, each answer once, as it
 * was when it was asked for first; undefined until read. Not live: it reads hundreds of records.
 */
export function useDefectsLast(
  article: Article,
  most = lastOffered,
): readonly DefectAnswer[] | undefined {
  const db = useStationDatabase();
  const { gtin, number } = article;
  const asked = useMemo(() => ({ db, gtin, number, most }), [db, gtin, number, most]);
  return useWorkedOut(asked, lastAsked);
}

async function lastAsked({ db, most, ...article }: Asked): Promise<readonly DefectAnswer[]> {
  return await defectsLast(db, article, most);
}

export async function defectsLast(
  db: StationDatabase,
  article: Article,
  most: number,
): Promise<readonly DefectAnswer[]> {
  const rows = await db.facts
    .where('envelope.sequence')
    .above(0)
    .reverse()
    .limit(lookedAt)
    .toArray();
  const gone = new Set(
    rows.flatMap(({ fact }) => (fact.kind === 'correction' ? [fact.corrects] : [])),
  );
  const findings = rows
    .flatMap(({ fact }) => (fact.kind === 'finding' ? [fact] : []))
    .filter(({ id }) => !gone.has(id));
  const caseIds = [...new Set(findings.map(({ caseId }) => caseId))];
  const counted = await db.facts
    .where('caseId')
    .anyOf(caseIds)
    .filter(({ kind }) => kind === 'unitsCounted')
    .toArray();
  const ofArticle = new Set(
    counted.flatMap(({ fact }) =>
      fact.kind === 'unitsCounted' && isNamedAlike(fact.article, article) ? [fact.unitGroupId] : [],
    ),
  );
  const answers = findings
    .filter(({ unitGroupId }) => ofArticle.has(unitGroupId))
    .flatMap(({ observation }) => (observation.kind === 'defect' ? [observation] : []));
  return eachOnce(answers).slice(0, most);
}

/** The same defect as bad and for the same cause is the same answer. */
export function eachOnce(answers: readonly DefectAnswer[]): readonly DefectAnswer[] {
  const seen = new Set<string>();
  return answers.filter((answer) => {
    const key = keyOfAnswer(answer);
    return !seen.has(key) && seen.add(key);
  });
}

export function keyOfAnswer({ code, entry, severity, cause }: DefectAnswer): string {
  return [entry ?? code, severity, cause].join(' ');
}
