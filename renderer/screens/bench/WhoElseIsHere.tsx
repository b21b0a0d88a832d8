import type { ReactNode } from 'react';
import type { Taking } from '../../../shared/cases/reading/takings.ts';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useNow } from '../../queries/StationStorage.tsx';
import { sayWhen } from '../../wording/sayWhen.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import styles from './WhoElseIsHere.module.css';

/** Who else has this case, as far as this station has heard; nothing moves the focus or the draft. */
export function WhoElseIsHere(props: { readonly view: CaseView }): ReactNode {
  const { t, formatDate } = useWording();
  const now = useNow();
  const { person } = useActionContext();
  const { file, people } = props.view;
  const isMine = file.takings.some(({ personId }) => personId === person.personId);
  const others = file.takings.filter(({ personId }) => personId !== person.personId);
  const where = ({ place, since }: Taking) => {
    const time = sayWhen(formatDate, since, now);
    return place === null ? t('here.since', { time }) : t('here.at', { place, time });
  };
  return (
    <div aria-live="polite">
      {others.map((one) => {
        const name = people.get(one.personId)?.name ?? one.personId;
        const found = file.findings.filter(({ personId }) => personId === one.personId).length;
        return (
          <p key={one.personId} className={styles['line']}>
            <span className={styles['who']}>
              <Icon name="people" size="small" />
              <strong>
                {t('here.line', { what: t(idOf(one, isMine), { name }), where: where(one) })}
              </strong>
            </span>
            {found > 0 && <span>{t('here.found', { count: found })}</span>}
          </p>
        );
      })}
    </div>
  );
}

function idOf({ isInspecting }: Taking, isMine: boolean) {
  if (isInspecting) return isMine ? 'here.inspectsToo' : 'here.inspects';
  return isMine ? 'here.hasToo' : 'here.has';
}
