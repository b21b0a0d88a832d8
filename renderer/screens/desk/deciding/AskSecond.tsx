import type { ReactNode } from 'react';
import type { PersonId } from '../../../../shared/ids.ts';
import { Select } from '../../../components/generic/fields/Select.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useSupervisors } from '../../../queries/station/supervisors.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';

const anybody = 'anybody';

/** Who is asked by name to sign after this person: somebody of the site whose hands were not on the case. */
export function AskSecond(props: {
  readonly view: CaseView;
  readonly asks: PersonId | null;
  readonly onAsk: (asks: PersonId | null) => void;
}): ReactNode {
  const { t } = useWording();
  const { enrolment, person } = useActionContext();
  const { received, inspected } = props.view.file.duties;
  const others = useSupervisors(enrolment.siteId).filter(
    ({ id }) => id !== person.personId && !received.includes(id) && !inspected.includes(id),
  );
  return (
    <Select
      label={t('desk.asks')}
      chosen={props.asks ?? anybody}
      onChoose={(key) => props.onAsk(others.find(({ id }) => id === key)?.id ?? null)}
      choices={[
        { key: anybody, word: t('desk.asks.anybody') },
        ...others.map(({ id, name }) => ({ key: id as string, word: name })),
      ]}
    />
  );
}
