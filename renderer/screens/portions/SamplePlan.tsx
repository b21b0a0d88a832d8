import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/facts/documents.ts';
import type { UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { drawSample } from '../../../shared/policy/sampling/sampleDraw.ts';
import { agreedPlans } from '../../../shared/policy/sampling/sampling.ts';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';

/** Before anything is inspected: how many of a lot the contract lets us look at, which, and what fails it. */
export function SamplePlan(props: {
  readonly group: UnitsCountedFact;
  readonly contract: Contract | null;
}): ReactNode {
  const { t, formatNumber, formatList } = useWording();
  const { group, contract } = props;
  if (!contract?.sampling || !Number.isInteger(group.quantity) || group.quantity < 1) return null;
  const plans = agreedPlans(contract.sampling, group.quantity);
  if (!plans.ok)
    return <Notice tone="warning" title={t('bench.sample.bad', { found: plans.refusal.found })} />;
  const { major, minor, sampleSize } = plans.value;
  if (sampleSize >= group.quantity) return null;
  const drawn = drawSample(group.unitGroupId, group.quantity, sampleSize);
  const named = drawn.map((place) => group.serials[place - 1] ?? formatNumber(place));
  return (
    <Notice
      icon="checks"
      title={t('bench.sample', {
        sample: formatNumber(sampleSize),
        lot: formatNumber(group.quantity),
      })}
    >
      <p>{t('bench.sample.drawn', { units: formatList(named) })}</p>
      <p>
        {t('bench.sample.limits', {
          majorN: formatNumber(major.sampleSize),
          majorAc: major.accept,
          majorRe: major.reject,
          minorN: formatNumber(minor.sampleSize),
          minorAc: minor.accept,
          minorRe: minor.reject,
        })}
      </p>
    </Notice>
  );
}
