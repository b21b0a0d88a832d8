import { type ReactNode, useMemo, useState } from 'react';
import { bodies } from '../../../shared/office/bodies/bodyOf.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { RecordAnswer, WriteAnswer } from '../../../shared/office/officeApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { bodyOf, type GroupDraft, groupOf } from '../form/draft.ts';
import { Fields, type FormOf } from '../form/FieldEdit.tsx';
import { type Problems, problemsFrom, problemsOf } from '../form/sayError.ts';
import { sayField } from '../form/sayField.ts';
import { type Field, fieldsOf } from '../form/shape.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './OneRecord.module.css';
import type { OfficeRecordRead } from './officeRecord.ts';
import { readBody, whatChanged } from './readBody.ts';

const css = classesOf(styles);
const none: Problems = new Map();

/** A record is changed: what it says, and why. Whoever was quicker is seen before anything is lost. */
export function RecordForm(props: {
  readonly kind: OfficeKind;
  readonly record: OfficeRecordRead;
  readonly path: string;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { kind, record, path } = props;
  const fields = useMemo(() => fieldsOf(kind), [kind]);
  const [draft, setDraft] = useState(() => groupOf(fields, record.body, record.source));
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState(record);
  const [theirs, setTheirs] = useState<OfficeRecordRead | null>(null);
  const [problems, setProblems] = useState(none);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function save(over: OfficeRecordRead): Promise<void> {
    const body = bodyOf(fields, draft, record.source);
    const read = bodies[kind].safeParse(body);
    setTrouble(null);
    setProblems(read.success ? none : problemsOf(wording, read.error));
    if (!read.success || isTrying) return;
    setTrying(true);
    const answer = await ask(
      {
        method: 'PUT',
        path: `${path}?reason=${encodeURIComponent(reason.trim())}`,
        body,
        headers: { 'if-match': `"${over.version}"` },
      },
      WriteAnswer,
    );
    setTrying(false);
    if (answer.ok) return props.onSaved();
    if (answer.refusal.kind === 'changedMeanwhile') {
      const now = await ask({ path }, RecordAnswer);
      return now.ok ? setTheirs(now.value) : setTrouble(now.refusal);
    }
    const errors = answer.refusal.kind === 'refused' ? answer.refusal.errors : [];
    setProblems(problemsFrom(wording, errors));
    if (errors.length === 0) setTrouble(answer.refusal);
  }

  const changedByThem = theirs
    ? whatChanged(readBody(wording, kind, basis.body), readBody(wording, kind, theirs.body))
    : [];
  return (
    <form
      noValidate
      className={css('form')}
      onSubmit={(event: { readonly preventDefault: () => void }) => {
        event.preventDefault();
        if (reason.trim() !== '' && !theirs) void save(basis);
      }}
    >
      {theirs && (
        <Notice
          tone="warning"
          title={t('records.changedMeanwhile', { who: theirs.changedBy })}
          isNew
          actions={
            <>
              <Button
                onPress={() => {
                  setDraft(groupOf(fields, theirs.body, theirs.source));
                  setBasis(theirs);
                  setTheirs(null);
                }}
              >
                {t('records.takeTheirs')}
              </Button>
              <Button
                onPress={() => {
                  setBasis(theirs);
                  setTheirs(null);
                  void save(theirs);
                }}
              >
                {t('records.saveMine')}
              </Button>
            </>
          }
        >
          <ul>
            {changedByThem.map(({ path: at, label, before, after }) => (
              <li key={at}>
                {label}: {before ?? '–'} → {after ?? '–'}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <RecordFields
        form={{ kind, source: record.source, problems }}
        fields={fields}
        draft={draft}
        onChange={setDraft}
        trouble={trouble}
      >
        <TextField
          label={t('form.reason')}
          help={t('form.reason.help')}
          value={reason}
          onChange={setReason}
          most={500}
        />
        <div className={css('acts')}>
          <Button
            type="submit"
            look="primary"
            isDisabled={reason.trim() === '' || theirs !== null}
            isPending={isTrying}
          >
            {t('action.save')}
          </Button>
          <Button onPress={props.onCancel}>{t('action.cancel')}</Button>
        </div>
      </RecordFields>
    </form>
  );
}

/** What a record says, and below it what is wrong and how it is saved. */
export function RecordFields(props: {
  readonly form: FormOf;
  readonly fields: readonly Field[];
  readonly draft: GroupDraft;
  readonly onChange: (draft: GroupDraft) => void;
  readonly trouble: Trouble | null;
  readonly children: ReactNode;
}): ReactNode {
  const { form, fields, draft, onChange, trouble } = props;
  return (
    <>
      <Fields form={form} path="" fields={fields} draft={draft} onChange={onChange} />
      <div className={css('why')}>
        <ProblemSum kind={form.kind} problems={form.problems} />
        {trouble && <AskedTrouble trouble={trouble} />}
        {props.children}
      </div>
    </>
  );
}

/** Beside the button: how much is wrong, and where, for whoever cannot see the field from there. */
function ProblemSum(props: { readonly kind: OfficeKind; readonly problems: Problems }): ReactNode {
  const wording = useOfficeWording();
  const { kind, problems } = props;
  if (problems.size === 0) return null;
  const named = [...problems].map(([path, says]) => {
    const name = path.split('.').findLast((part) => !/^\d*$/.test(part)) ?? '';
    return { path, label: name === '' ? '' : sayField(wording, kind, name), says };
  });
  return (
    <Notice tone="error" title={wording.t('form.problems', { count: problems.size })} isNew>
      <ul>
        {named.map(({ path, label, says }) => (
          <li key={path}>{label === '' ? says : `${label}: ${says}`}</li>
        ))}
      </ul>
    </Notice>
  );
}
