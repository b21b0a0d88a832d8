import type { RefundRead } from '../../../shared/sync/adminRefundsApi.ts';
import type { StateShape, StateTone } from '../../components/generic/marks/StateMark.tsx';
import type { OfficeWording } from '../wording/createOfficeWording.ts';

const marks: Readonly<Record<RefundRead['state'], { shape: StateShape; tone: StateTone }>> = {
  due: { shape: 'waiting', tone: 'rest' },
  instructed: { shape: 'half', tone: 'active' },
  acknowledged: { shape: 'done', tone: 'green' },
  failed: { shape: 'refused', tone: 'red' },
  unknown: { shape: 'asked', tone: 'amber' },
};

/** How far the money has come, as a shape and a word. */
export function refundMark(
  { t }: Pick<OfficeWording, 't'>,
  { state, photosAwaited: count }: Pick<RefundRead, 'state' | 'photosAwaited'>,
) {
  const word = t(`refundState.${state}`);
  if (count === 0) return { ...marks[state], word };
  const waits = t('desk.refund.waits', { count });
  return { shape: 'held', tone: 'amber', word: `${word} · ${waits}` } as const;
}

/** What its state means, and what comes next. */
export function sayRefund({ t }: Pick<OfficeWording, 't'>, refund: RefundRead): string {
  const { state, photosAwaited: count } = refund;
  const why = refund.lastError ?? '–';
  if (count > 0) return t('refunds.says.waiting', { count });
  if (state === 'failed' || state === 'unknown') return t(`refunds.says.${state}`, { why });
  if (state === 'instructed')
    return t(refund.port === 'register' ? 'refunds.says.entered' : 'refunds.says.instructed');
  return t(`refunds.says.${state}`);
}

/** It goes on by itself, so what is read of it may be old soon. */
export function isUnderWay({ state, port }: Pick<RefundRead, 'state' | 'port'>): boolean {
  return state === 'due' || state === 'unknown' || (state === 'instructed' && port === 'webhook');
}
