import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import { fromThousandths } from '../../../shared/facts/quantity.ts';
import { lengthOf, spansOf } from '../../../shared/facts/spans.ts';
import type { MissingEvidence, PortionDecision } from '../../../shared/policy/decision.ts';
import type { Wording } from '../../wording/createWording.ts';
import { nameOfUnits } from '../../workflow/nameOfUnits.ts';

type Portion = Pick<PortionDecision, 'unitGroupId' | 'units' | 'serials' | 'quantity'>;

/** "5 of 10 × Centrifugal pump 40". */
export function sayPortion(
  wording: Wording,
  file: Pick<CaseFile, 'unitGroups'>,
  portion: Portion,
): string {
  const group = file.unitGroups.find((g) => g.unitGroupId === portion.unitGroupId);
  return wording.t('policy.portion', {
    quantity: wording.formatNumber(portion.quantity),
    counted: wording.formatNumber(group?.quantity ?? portion.quantity),
    name: group ? nameOfUnits(file, group.unitGroupId) : wording.t('policy.group'),
  });
}

/** Which of them: by their serials, or by their number in the order of counting. */
export function sayUnits(
  wording: Wording,
  { serials, units }: Pick<Portion, 'serials' | 'units'>,
): string {
  if (serials.length > 0)
    return wording.t('policy.units.serials', { serials: saySerials(wording, serials) });
  return wording.formatList(
    units.map(({ from, to }) => {
      const [first, last] = [Math.floor(from) + 1, Math.ceil(to)];
      return first === last
        ? wording.t('policy.units.one', { from: wording.formatNumber(first) })
        : wording.t('policy.units.range', {
            from: wording.formatNumber(first),
            to: wording.formatNumber(last),
          });
    }),
  );
}

/** "A1–A6 and B2". */
export function saySerials({ formatList }: Wording, serials: readonly string[]): string {
  return formatList(inRuns(serials));
}

/** Serials that follow each other as the first and the last of them. */
export function inRuns(serials: readonly string[]): readonly string[] {
  const runs: string[][] = [];
  for (const serial of serials) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && follows(last, serial)) run.push(serial);
    else runs.push([serial]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
}

function follows(before: string, after: string): boolean {
  const [one, other] = [endingOf(before), endingOf(after)];
  return (
    one.rest === other.rest &&
    one.number.length === other.number.length &&
    one.number !== '' &&
    Number(other.number) === Number(one.number) + 1
  );
}

function endingOf(serial: string): { readonly rest: string; readonly number: string } {
  const number = /\d{0,15}$/.exec(serial)?.[0] ?? '';
  return { rest: serial.slice(0, serial.length - number.length), number };
}

/** " · no. 6 to 10": which of a group, put behind its name; nothing where it is all of it. */
export function sayPart(
  wording: Wording,
  { unitGroups }: Pick<CaseFile, 'unitGroups'>,
  { unitGroupId, units }: Pick<MissingEvidence, 'unitGroupId' | 'units'>,
): string {
  const group = unitGroups.find((g) => g.unitGroupId === unitGroupId);
  if (!group || fromThousandths(lengthOf(spansOf(units))) === group.quantity) return '';
  const serials = group.serials.filter((_serial, at) =>
    units.some(({ from, to }) => from <= at && at + 1 <= to),
  );
  return ` · ${sayUnits(wording, { serials, units })}`;
}
