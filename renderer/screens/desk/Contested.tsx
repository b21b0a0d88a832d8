import type { ReactNode } from 'react';
import { contradictions } from '../../../shared/returns/signatures.ts';
import { Notice } from '../../components/Notice.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

/** Two people signed different things: whoever opens the case is told, both of them above all. */
export function Contested(props: { readonly view: CaseView }): ReactNode {
  const { t, formatList } = useWording();
  const { file, people } = props.view;
  const rivals = contradictions(file);
  if (rivals.length === 0) return null;
  const said = rivals.map((decision) =>
    t('desk.contested.one', {
      name: people.get(decision.personId)?.name ?? decision.personId,
      decision: t(`decision.${decision.decision}`),
      resolutions: formatList([
        ...new Set(decision.choices.map((choice) => t(`resolution.${choice.resolution}`))),
      ]),
    }),
  );
  return (
    <Notice tone="warning" icon="people" title={t('desk.contested')}>
      {said.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <p>{t('desk.contested.do')}</p>
    </Notice>
  );
}
