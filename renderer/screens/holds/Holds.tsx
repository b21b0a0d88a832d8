import { type ReactNode, useState } from 'react';
import type { HeldFact } from '../../../shared/facts/fact.ts';
import type { ArrivalId, CaseId } from '../../../shared/ids.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { HoldSheet } from './HoldSheet.tsx';
import { ReleaseSheet } from './ReleaseSheet.tsx';

/** Why goods wait, by whose word, and the way on for whoever may release them. */
export function Holds(props: {
  readonly view: CaseView;
  /** null: goods nobody knows the owner of. */
  readonly caseId: CaseId | null;
}): ReactNode {
  const { t, formatDate } = useWording();
  const { person } = useActionContext();
  const [releasing, setReleasing] = useState<HeldFact | null>(null);
  return (
    <>
      {props.view.file.holds.map((hold) => {
        const mayRelease = person.roles.some((role) => releasers(hold).includes(role));
        const by = props.view.people.get(hold.personId)?.name ?? hold.personId;
        return (
          <Notice
            key={hold.id}
            tone={hold.reason === 'hazard' ? 'error' : 'warning'}
            icon={hold.reason === 'hazard' ? 'alert' : 'pause'}
            title={t('hold.title', { reason: t(`hold.${hold.reason}`) })}
            {...(mayRelease && {
              actions: (
                <Button icon="check" onPress={() => setReleasing(hold)}>
                  {t('hold.release')}
                </Button>
              ),
            })}
          >
            {hold.note && <p>{hold.note}</p>}
            <p>{t('hold.by', { name: by, time: formatDate(hold.at.utc, 'moment') })}</p>
            {!mayRelease && (
              <p>
                {t(hold.reason === 'hazard' ? 'hold.supervisorReleases' : 'hold.benchReleases')}
              </p>
            )}
          </Notice>
        );
      })}
      {releasing && (
        <ReleaseSheet held={releasing} caseId={props.caseId} onClose={() => setReleasing(null)} />
      )}
    </>
  );
}

/** Opens the sheet in which goods are put on hold. */
export function HoldButton(props: {
  readonly caseId: CaseId | null;
  readonly arrivalId: ArrivalId | null;
}): ReactNode {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="pause" onPress={() => setOpen(true)}>
        {t('hold.put')}
      </Button>
      {isOpen && <HoldSheet {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** A hazard is about people's safety; everything else is settled by whoever works on the case. */
function releasers({ reason }: HeldFact): readonly string[] {
  return reason === 'hazard' ? ['supervisor'] : ['inspector', 'supervisor'];
}
