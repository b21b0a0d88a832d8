import { type ReactNode, useState } from 'react';
import type { Fact } from '../../../shared/facts/fact.ts';
import { acceptAnyway } from '../../actions/acceptAnyway.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
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
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const chosen = props.records.filter(({ fact }) => !left.has(fact.id));
  const lacksReason = reason.trim() === '';
  async function acceptAll() {
    setAsked(true);
    if (lacksReason || chosen.length === 0) return;
    for (const { fact, hash } of chosen) {
      const done = await acceptAnyway(context, { refused: { fact, hash }, reason: reason.trim() });
      if (!done.ok) {
        setRefusal(done.refusal);
        return;
      }
      setLeft((before) => new Set([...before, fact.id]));
    }
    props.onClose();
  }
  const rma = props.records[0]?.rma ?? null;
  const words = refusal && sayRefusal(wording, refusal);
  return (
    <Sheet
      title={t('refused.accept')}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon="check" onPress={() => void acceptAll()}>
            {t('refused.accept.go', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
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
        <TextField
          label={t('refused.accept.reason')}
          most={300}
          value={reason}
          onChange={setReason}
          problem={isAsked && lacksReason ? t('refused.accept.reason.missing') : null}
        />
        {words && (
          <Notice tone="error" isNew title={words.what}>
            {words.toDo}
          </Notice>
        )}
      </div>
    </Sheet>
  );
}
