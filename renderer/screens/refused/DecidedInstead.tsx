import type { ReactNode } from 'react';
import type { VerdictDecidedFact } from '../../../shared/facts/fact.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { type DecidedFile, decidedInstead } from './decidedInstead.ts';
import { whatDiffers } from './whatDiffers.ts';

/** Of a decision central refused: what was signed here, what stands instead, by whom, and what differs. */
export function DecidedInstead(props: {
  readonly refused: VerdictDecidedFact;
  readonly file: DecidedFile;
  readonly nameOf: (personId: string) => string;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { refused, file, nameOf } = props;
  const instead = decidedInstead(refused, file);
  const other = instead.kind === 'decided' ? instead.decision : null;
  const [signed = '', decided = ''] = whatDiffers(
    wording,
    file,
    other ? [refused, other] : [refused],
  );
  return (
    <>
      <p>{t('instead.signed', { name: nameOf(refused.personId), said: signed })}</p>
      {other && (
        <p>
          {t('instead.decided', {
            name: nameOf(other.personId),
            moment: formatDate(other.at.utc, 'moment'),
            said: decided,
          })}
        </p>
      )}
      {other && signed === decided && <p>{t('instead.same')}</p>}
      {instead.kind === 'inspected' &&
        instead.inspections.map((one) => (
          <p key={one.id}>
            {t('instead.inspected', {
              kind: t(`inspection.${one.inspection}`),
              name: nameOf(one.personId),
              moment: formatDate(one.at.utc, 'moment'),
            })}
          </p>
        ))}
      {instead.kind === 'nothing' && <p>{t('instead.nothing')}</p>}
    </>
  );
}
