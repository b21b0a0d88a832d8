import type { PortionDecision } from '../../../shared/policy/decision.ts';
import type { CaseFile } from '../../../shared/returns/caseFile.ts';
import type { Wording } from '../../wording/createWording.ts';
import { nameOfArticle } from '../atWork/nameOfUnits.ts';

type Portion = Pick<PortionDecision, 'unitGroupId' | 'units' | 'serials' | 'quantity'>;

/** "5 of 10 × Centrifugal pump 40". */
export function sayPortion(wording: Wording, file: CaseFile, portion: Portion): string {
  const group = file.unitGroups.find((g) => g.unitGroupId === portion.unitGroupId);
  return wording.t('policy.portion', {
    quantity: wording.formatNumber(portion.quantity),
    counted: wording.formatNumber(group?.quantity ?? portion.quantity),
    name: group ? nameOfArticle(group) : wording.t('policy.group'),
  });
}

/** Which of them: by their serials, or by their number in the order of counting. */
export function sayUnits(wording: Wording, { serials, units }: Portion): string {
  if (serials.length > 0)
    return wording.t('policy.units.serials', { serials: wording.formatList([...serials]) });
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
