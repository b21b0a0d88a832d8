import type { PortionDecision } from '../../../shared/policy/decision.ts';
import type { Wording } from '../../wording/createWording.ts';

/** What was asked of a portion and how many of it are eligible: on a screen and on paper in the same words. */
export function portionAnswers(
  { t, formatNumber }: Wording,
  portion: PortionDecision,
): { readonly name: string; readonly value: string }[] {
  return [
    { name: t('policy.claim'), value: t(`upheld.${said(portion.claimUpheld)}`) },
    { name: t('policy.intact'), value: t(`intact.${said(portion.intact)}`) },
    { name: t('policy.liability'), value: t(`liability.${portion.liability}`) },
    {
      name: t('policy.eligible'),
      value: t('policy.eligible.of', {
        quantity: formatNumber(portion.eligibleQuantity),
        counted: formatNumber(portion.quantity),
      }),
    },
  ];
}

function said(answer: boolean | null): 'yes' | 'no' | 'open' {
  if (answer === null) return 'open';
  return answer ? 'yes' : 'no';
}
