/** Edits of a case: one fact or document changed, all else as it was. */

import { MisuseIndicator } from '../../facts/codes.ts';
import type { Answer } from '../../facts/decisionFacts.ts';
import type { OrderLine, ReturnCase, ReturnLine } from '../../facts/documents.ts';
import type {
  FindingFact,
  Observation,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../../facts/fact.ts';
import { fromThousandths, toThousandths } from '../../facts/quantity.ts';
import { freeOf, spansOf, unitsOf, within } from '../../facts/spans.ts';
import type { LocalDate } from '../../facts/time.ts';
import { FactId, FindingId, PhotoId } from '../../ids.ts';
import type { PolicyInput } from '../decision.ts';
import type { DefectFinding } from '../reading/groupFacts.ts';
import type { Portion } from '../reading/portions.ts';

export type Edit = (input: PolicyInput) => PolicyInput;

export const hypotheticalDefect: Observation = {
  kind: 'defect',
  code: 'workmanship.assembly',
  severity: 'major',
  cause: 'manufacturing',
  indicators: [],
  claimed: true,
};

type Defect = DefectFinding['observation'];

export function observed(findings: readonly DefectFinding[], change: (defect: Defect) => Defect) {
  return withThese(findings.map((f) => ({ ...f, observation: change(f.observation) })));
}

/** Every sign of misuse there is, and a photo of it. */
export function provedMisuse(findings: readonly DefectFinding[], { group }: Portion): Edit {
  const photo = hypotheticalPhoto(group);
  const prove = withThese(
    findings.map((f) => ({
      ...f,
      observation: { ...f.observation, cause: 'misuse', indicators: [...MisuseIndicator.options] },
      photoIds: [...f.photoIds, photo.photoId],
    })),
  );
  return (input) => ({ ...prove(input), photos: [...input.photos, photo] });
}

function hypotheticalPhoto(of: UnitsCountedFact): PhotoTakenFact {
  return {
    id: FactId.parse('hypothetical-photo'),
    siteId: of.siteId,
    stationId: of.stationId,
    personId: of.personId,
    at: of.at,
    kind: 'photoTaken',
    caseId: of.caseId,
    photoId: PhotoId.parse('hypothetical-photo'),
    subject: { kind: 'unitGroup', unitGroupId: of.unitGroupId },
    shot: 'defectCloseUp',
    sha256: '0'.repeat(64),
    mediaType: 'image/jpeg',
    bytes: 1,
    width: 1,
    height: 1,
  };
}

/** These findings in place of what they were. */
export function withThese(findings: readonly FindingFact[]): Edit {
  const changed = new Map<string, FindingFact>(findings.map((f) => [f.id, f]));
  return (input) => ({ ...input, findings: input.findings.map((f) => changed.get(f.id) ?? f) });
}

export function withFinding({ group, size, units }: Portion, observation: Observation): Edit {
  const finding: FindingFact = {
    id: FactId.parse('hypothetical-finding'),
    siteId: group.siteId,
    stationId: group.stationId,
    personId: group.personId,
    at: group.at,
    kind: 'finding',
    caseId: group.caseId,
    findingId: FindingId.parse('hypothetical-finding'),
    unitGroupId: group.unitGroupId,
    quantity: fromThousandths(size),
    units: [...units],
    observation,
    measurements: [],
    photoIds: [],
    note: '',
  };
  return (input) => ({ ...input, findings: [...input.findings, finding] });
}

export function withoutFindings(findings: readonly FindingFact[]): Edit {
  const ids = new Set(findings.map((finding) => finding.id));
  return (input) => ({ ...input, findings: input.findings.filter((f) => !ids.has(f.id)) });
}

export function withCase(change: (returnCase: ReturnCase) => Partial<ReturnCase>): Edit {
  return (input) => ({
    ...input,
    returnCase: { ...input.returnCase, ...change(input.returnCase) },
  });
}

/** Made on a day, also where it was noted that none was made. */
export function withObjection(objectedOn: LocalDate): Edit {
  return (input) => {
    const { objection: _notMade, ...returnCase } = input.returnCase;
    return { ...input, returnCase: { ...returnCase, objectedOn } };
  };
}

export function withClientEvidence(
  what: PolicyInput['policy']['parameters']['clientEvidence'][number],
): Edit {
  const kind = what === 'photos' ? 'photo' : what;
  return withCase(({ application }) => ({
    application: application && {
      ...application,
      evidence: [...application.evidence, { photoId: null, sha256: null, kind, caption: '' }],
    },
  }));
}

export function withLine(line: ReturnLine, change: Partial<ReturnLine>): Edit {
  return withCase(({ lines }) => ({
    lines: lines.map((l) => (l.id === line.id ? { ...l, ...change } : l)),
  }));
}

export function withOrderLine(orderLine: OrderLine, change: Partial<OrderLine>): Edit {
  return (input) => ({
    ...input,
    orderLines: input.orderLines.map((o) => (o.id === orderLine.id ? { ...o, ...change } : o)),
  });
}

export function withGroup(group: UnitsCountedFact, change: Partial<UnitsCountedFact>): Edit {
  return (input) => ({
    ...input,
    unitGroups: input.unitGroups.map((g) =>
      g.unitGroupId === group.unitGroupId ? { ...g, ...change } : g,
    ),
  });
}

/** A supervisor's answer for the case, or with a portion for its units only; others keep theirs. */
export function withAnswer(
  { answer, question }: Pick<Answer, 'question' | 'answer'>,
  portion: Portion | null,
): Edit {
  const about = portion?.group.unitGroupId ?? null;
  return (input) => ({
    ...input,
    answers: [
      ...input.answers.flatMap((a) =>
        a.question === question && a.unitGroupId === about ? withoutThese(a, portion) : [a],
      ),
      {
        question,
        unitGroupId: about,
        ...(portion ? { units: [...portion.units] } : {}),
        answer,
        reason: answer,
      },
    ],
  });
}

/** An answer about more than these units still stands for the others. */
function withoutThese(answer: Answer, portion: Portion | null): readonly Answer[] {
  if (portion === null) return [];
  const free = freeOf(portion.spans, toThousandths(portion.group.quantity));
  const rest = answer.units ? within(spansOf(answer.units), free) : free;
  return rest.length > 0 ? [{ ...answer, units: [...unitsOf(rest)] }] : [];
}
