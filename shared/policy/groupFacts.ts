import type { OrderLine, ReturnLine } from '../returns/documents.ts';
import type {
  FindingFact,
  Observation,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../returns/fact.ts';
import { sumQuantities } from '../returns/quantity.ts';
import type { PolicyInput } from './decision.ts';

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

/** The unit groups of a case with what is known about each, by unit group id. */
export function groupsOf(input: PolicyInput): readonly GroupFacts[] {
  const photos = new Map<string, PhotoTakenFact>(input.photos.map((p) => [p.photoId, p]));
  const findings = byId(input.findings);
  return countedGroups(input.unitGroups).map((group) => {
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

/** One count per group: counts that name the same group add up, the first one stands for them. */
function countedGroups(counted: readonly UnitsCountedFact[]): readonly UnitsCountedFact[] {
  const groups = new Map<string, UnitsCountedFact>();
  for (const fact of byId(counted)) {
    const before = groups.get(fact.unitGroupId);
    const quantity = sumQuantities([before?.quantity ?? 0, fact.quantity]);
    groups.set(fact.unitGroupId, { ...(before ?? fact), quantity });
  }
  return [...groups.values()].sort((a, b) => (a.unitGroupId < b.unitGroupId ? -1 : 1));
}

function byId<T extends { readonly id: string }>(facts: readonly T[]): readonly T[] {
  return [...facts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
