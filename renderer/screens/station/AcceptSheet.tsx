import { type ReactNode, useState } from 'react';
import type { Fact } from '../../../shared/facts/fact.ts';
import { accept, type Result } from '../../../shared/result.ts';
import { acceptAnyway } from '../../actions/acceptAnyway.ts';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { ReasonSheet } from '../../workflow/ReasonSheet.tsx';
import styles from './AcceptSheet.module.css';
import { sayRecord } from './sayRecord.ts';

/** A refused record a supervisor may accept all the same. */
export type Acceptable = {
  readonly fact: Fact;
  readonly hash: string;
  readonly recordedBy: string;
  readonly rma: string | null;
};

/** Records of the same goods, in the order they were made: each counts once its supervisor says so. */
export function AcceptSheet(props: {
  readonly records: readonly Acceptable[];
  readonly onClose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const context = useActionContext();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = props.records.filter(({ fact }) => !left.has(fact.id));
  async function acceptAll(reason: string): Promise<Result<unknown, ActionRefusal>> {
    for (const { fact, hash } of chosen) {
      const done = await acceptAnyway(context, { refused: { fact, hash }, reason });
      if (!done.ok) return done;
      setLeft((before) => new Set([...before, fact.id]));
    }
    return accept(null);
  }
  const rma = props.records[0]?.rma ?? null;
  return (
    <ReasonSheet
      title={t('refused.accept')}
      reason={{ label: t('refused.accept.reason'), missing: t('refused.accept.reason.missing') }}
      go={t('refused.accept.go', { count: chosen.length })}
      icon="check"
      isChosen={chosen.length > 0}
      onGo={acceptAll}
      onClose={props.onClose}
    >
      {() => (
        <>
          {rma && <Identifier value={rma} size="large" />}
          <p>{t('refused.accept.lead')}</p>
          <div className={styles['records']}>
            {props.records.map(({ fact, recordedBy }) => (
              <Checkbox
                key={fact.id}
                isChecked={!left.has(fact.id)}
                onChange={(isChecked) =>
                  setLeft((before) => {
                    const after = new Set(before);
                    if (isChecked) after.delete(fact.id);
                    else after.add(fact.id);
                    return after;
                  })
                }
                hint={t('refused.recordedBy', {
                  name: recordedBy,
                  when: formatDate(fact.at.utc, 'moment'),
                })}
              >
                {[t(`fact.${fact.kind}`), sayRecord(wording, fact) ?? []].flat().join(' · ')}
              </Checkbox>
            ))}
          </div>
        </>
      )}
    </ReasonSheet>
  );
}
