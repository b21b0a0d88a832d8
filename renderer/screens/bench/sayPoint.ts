import { assertNever } from '../../../shared/result.ts';
import type { Wording } from '../../wording/createWording.ts';
import type { OpenPoint } from './finding/inspected.ts';

/** What is not done yet, in a few words. */
export function sayPoint({ t }: Wording, point: OpenPoint): string {
  switch (point.kind) {
    case 'photo':
      return t('bench.unfinished.photo', { shot: t(`shot.${point.shot}`) });
    case 'uninspected':
      return t('bench.unfinished.uninspected', { count: point.left });
    case 'uncounted':
      return t('bench.unfinished.uncounted');
    case 'misuse':
      return t('bench.unfinished.misuse');
    default:
      return assertNever(point);
  }
}
