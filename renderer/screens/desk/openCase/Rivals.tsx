import { type ReactNode, useState } from 'react';
import { computeVerdict } from '../../../../shared/cases/decisions/verdict.ts';
import type { InspectionFinishedFact } from '../../../../shared/facts/fact.ts';
import { chooseInspection } from '../../../actions/chooseInspection.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { StateMark } from '../../../components/generic/marks/StateMark.tsx';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { Money } from '../../../components/returns/Money.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { sayRefusal } from '../../../wording/sayRefusal.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { sayFinding } from '../../../workflow/sayFinding.ts';
import { shapes } from '../../policy/standingShapes.ts';
import styles from './Rivals.module.css';

/** Inspections that say different things stand side by side: a supervisor says which one counts, and why. */
export function Rivals(props: { readonly view: CaseView; readonly mayChoose: boolean }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const { file } = props.view;
  const [reason, setReason] = useState('');
  const [isUnsaid, setUnsaid] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const rivals = file.inspections.filter((i) => file.heads.includes(i.verdictId));

  async function choose(one: InspectionFinishedFact): Promise<void> {
    if (reason.trim() === '') {
      setUnsaid(true);
      return;
    }
    const result = await chooseInspection(context, {
      caseId: file.returnCase.id,
      verdictId: one.verdictId,
      over: file.heads.filter((head) => head !== one.verdictId),
      reason: reason.trim(),
    });
    setRefusal(result.ok ? null : result.refusal);
  }

  return (
    <section className={styles['rivals']}>
      <SectionHead title={t('desk.rivals')} />
      <p>{t('desk.rivals.what')}</p>
      <div className={styles['sides']}>
        {rivals.map((one) => (
          <Rival
            key={one.id}
            view={props.view}
            inspection={one}
            mayChoose={props.mayChoose}
            onChoose={() => void choose(one)}
          />
        ))}
      </div>
      {props.mayChoose && (
        <TextField
          label={t('desk.rivals.reason')}
          value={reason}
          onChange={(written) => {
            setReason(written);
            setUnsaid(false);
          }}
          problem={isUnsaid ? t('refusal.reasonRequired.do') : null}
          lines="many"
          most={1000}
        />
      )}
      {refusal && (
        <Notice tone="error" title={sayRefusal(wording, refusal).what}>
          {sayRefusal(wording, refusal).toDo}
        </Notice>
      )}
    </section>
  );
}

function Rival(props: {
  readonly view: CaseView;
  readonly inspection: InspectionFinishedFact;
  readonly mayChoose: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { inspection, view } = props;
  const layer = view.file.layers.find((l) => l.finished.some((f) => f.id === inspection.id));
  const decided = view.references
    ? computeVerdict(inspection, view.file, view.references, {
        answers: [],
        on: view.standing?.today ?? inspection.at.localDate,
      })
    : null;
  const standing = decided?.ok ? decided.value.standing : null;
  const [shape, tone] = shapes[standing ?? 'needsFacts'];
  const kind = t(`inspection.${layer?.inspection ?? 'first'}`);
  return (
    <article className={styles['rival']}>
      <h3 className={styles['name']}>{kind}</h3>
      <p className={styles['under']}>
        {view.people.get(inspection.personId)?.name} · {formatDate(inspection.at.utc, 'moment')}
      </p>
      <StateMark shape={shape} tone={tone} word={t(`standing.${standing ?? 'needsFacts'}`)} />
      {decided?.ok && (
        <Money minor={decided.value.refundAmount} currency={decided.value.currency} />
      )}
      <ul>
        {layer?.findings.map((finding) => (
          <li key={finding.id}>{sayFinding(wording, finding)}</li>
        ))}
      </ul>
      {props.mayChoose && (
        // One of several with the same words: who listens is told which.
        <Button label={`${t('desk.rivals.choose')}: ${kind}`} onPress={props.onChoose}>
          {t('desk.rivals.choose')}
        </Button>
      )}
    </article>
  );
}
