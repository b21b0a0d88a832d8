import type { OrderLine, ReturnLine } from '../../facts/documents.ts';
import type {
  FindingFact,
  Observation,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../../facts/fact.ts';
import { unitGroupsOf } from '../../facts/unitGroups.ts';
import type { PolicyInput } from '../decision.ts';

/** Everything recorded and documented about one unit group. */
export type GroupFacts = {
  readonly group: UnitsCountedFact;
  /** Null for goods nobody has linked to a sale yet. */
  readonly line: ReturnLine | null;
  readonly orderLine: OrderLine | null;
  /** By fact id, so that the order of arrival does not matter. */
  readonly findings: readonly FindingFact[];
  /** Photos the findings name and the case holds. */
  readonly findingPhotos: ReadonlyMap<string, PhotoTakenFact>;
};

export type DefectFinding = FindingFact & {
  readonly observation: Extract<Observation, { kind: 'defect' }>;
};

export function isDefect(finding: FindingFact): finding is DefectFinding {
  return finding.observation.kind === 'defect';
}

/** The unit groups of a case with what is known about each, by unit group id. The same fact twice counts once. */
export function groupsOf(input: PolicyInput): readonly GroupFacts[] {
  const photos = new Map<string, PhotoTakenFact>(input.photos.map((p) => [p.photoId, p]));
  const findings = byId(input.findings);
  return unitGroupsOf(input.unitGroups).map((group) => {
    const line = input.returnCase.lines.find((l) => l.id === group.returnLineId) ?? null;
    return {
      group,
      line,
      orderLine: input.orderLines.find((l) => l.id === line?.orderLineId) ?? null,
      findings: findings.filter((f) => f.unitGroupId === group.unitGroupId),
      findingPhotos: photos,
    };
  });
}

function byId(facts: readonly FindingFact[]): readonly FindingFact[] {
  const once = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  return once.sort((a, b) => (a.id < b.id ? -1 : 1));
}
