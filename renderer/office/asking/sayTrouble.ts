import type { OfficeWording } from '../wording/createOfficeWording.ts';
import type { Trouble } from './ask.ts';

/** What happened and what to do, where no field is to blame. */
export function sayTrouble(
  { t }: Pick<OfficeWording, 't'>,
  trouble: Trouble,
): { readonly what: string; readonly next: string } {
  const { kind } = trouble;
  if (kind === 'wait')
    return {
      what: t('office.trouble.wait', { seconds: trouble.seconds }),
      next: t('office.trouble.wait.next'),
    };
  return { what: t(`office.trouble.${kind}`), next: t(`office.trouble.${kind}.next`) };
}
