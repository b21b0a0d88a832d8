import type { LocalDate, RecordedTime } from '../../../shared/facts/time.ts';
import {
  ArrivalId,
  HandlingUnitId,
  InspectionId,
  UnitGroupId,
  VerdictId,
} from '../../../shared/ids.ts';
import { idFrom } from '../company/identifiers.ts';
import type { Step, Story } from './story.ts';

/** The ids a story's steps share: each is named after the step that brings it, and dated by it. */
export function idsOf(telling: {
  readonly story: Story;
  readonly seed: string;
  readonly dayAt: (day: number) => LocalDate;
}) {
  const { story, seed, dayAt } = telling;
  const idAt = (what: string, step: Step | undefined) => {
    if (!step) throw new Error(`${story.key}: no step brings ${what}`);
    return idFrom(`${seed}:${story.key}:${what}`, Date.parse(`${dayAt(step.day)}T00:00:00Z`));
  };
  const nth = (kind: Step['do'], n: number) => story.steps.filter((s) => s.do === kind)[n - 1];
  return {
    arrival: (n: number) => ArrivalId.parse(idAt(`arrival:${n}`, nth('arrive', n))),
    group: (group: string) =>
      UnitGroupId.parse(
        idAt(
          `group:${group}`,
          story.steps.find((s) => s.do === 'count' && s.group === group),
        ),
      ),
    unit: (plate: string) =>
      HandlingUnitId.parse(
        idAt(
          `unit:${plate}`,
          story.steps.find((s) => s.do === 'unpack' && s.plate === plate),
        ),
      ),
    inspection: (n: number) => InspectionId.parse(idAt(`inspection:${n}`, nth('finish', n))),
    verdict: (n: number) => VerdictId.parse(idAt(`verdict:${n}`, nth('finish', n))),
    /** An id nothing else refers to, made at a moment. */
    fresh: (what: string, at: RecordedTime) =>
      idFrom(`${seed}:${story.key}:${what}`, Date.parse(at.utc)),
  };
}
