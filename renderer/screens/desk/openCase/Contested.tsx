import type { ReactNode } from 'react';
import { contradictions } from '../../../../shared/cases/decisions/signatures.ts';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { whatDiffers } from '../../refused/whatDiffers.ts';

/** Two people signed different things: whoever opens the case is told who and what, both of them above all. */
export function Contested(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { file, people } = props.view;
  const rivals = contradictions(file);
  if (rivals.length === 0) return null;
  const said = whatDiffers(wording, file, rivals);
  return (
    <Notice tone="warning" icon="people" title={t('desk.contested')}>
      {rivals.map(({ id, personId }, index) => (
        <p key={id}>
          {t('desk.contested.one', {
            name: people.get(personId)?.name ?? personId,
            said: said[index] ?? '',
          })}
        </p>
      ))}
      <p>{t('desk.contested.do')}</p>
    </Notice>
  );
}
