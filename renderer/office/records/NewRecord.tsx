import { type ReactNode, useMemo, useState } from 'react';
import { bodies } from '../../../shared/office/bodies/bodyOf.ts';
import { ExternalId, writeExternalId } from '../../../shared/office/externalId.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { officeRoot, WriteAnswer } from '../../../shared/office/officeApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { bodyOf, emptyGroup } from '../form/draft.ts';
import { type Problems, problemsFrom, problemsOf } from '../form/sayError.ts';
import { sayKind } from '../form/sayField.ts';
import { fieldsOf } from '../form/shape.ts';
import { addressOf, goTo } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { firstOf } from './firstOf.ts';
import styles from './OneRecord.module.css';
import { RecordFields } from './RecordForm.tsx';

const css = classesOf(styles);
const none: Problems = new Map();

/** Whose ids they are where nobody says otherwise: of whoever sits at this page. */
const ownSource = 'office';

/** In the first hour what is usual stands there already, and it goes on where it was left. */
export function NewRecord(props: {
  readonly kind: OfficeKind;
  readonly isFirst: boolean;
  readonly onMade: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { kind, isFirst } = props;
  const fields = useMemo(() => fieldsOf(kind), [kind]);
  const [usual] = useState(() => (isFirst ? firstOf(kind, new Date()) : null));
  const [id, setId] = useState(usual?.id ?? '');
  const [source, setSource] = useState(ownSource);
  const [draft, setDraft] = useState(() => ({
    ...emptyGroup(fields, ownSource),
    ...usual?.draft,
  }));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState(none);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function save(event: { readonly preventDefault: () => void }): Promise<void> {
    event.preventDefault();
    if (isTrying) return;
    const externalId = ExternalId.safeParse({ source: source.trim(), id: id.trim() });
    const body = bodyOf(fields, draft, source.trim());
    const read = bodies[kind].safeParse(body);
    const wrong = new Map(read.success ? [] : problemsOf(wording, read.error));
    if (!externalId.success)
      wrong.set('id', t(id.trim() === '' ? 'form.needed' : 'form.otherForm'));
    setTrouble(null);
    setProblems(wrong);
    if (wrong.size > 0 || !externalId.success) return;
    setTrying(true);
    const ref = writeExternalId(externalId.data);
    const why = reason.trim() === '' ? t('records.new.reason') : reason.trim();
    const answer = await ask(
      {
        method: 'PUT',
        path: `${officeRoot}/${kind}/${ref}?reason=${encodeURIComponent(why)}`,
        body,
        headers: { 'if-none-match': '*' },
      },
      WriteAnswer,
    );
    setTrying(false);
    if (answer.ok) {
      props.onMade();
      return goTo(isFirst ? { at: 'setUp' } : { at: 'record', kind, ref });
    }
    if (answer.refusal.kind === 'changedMeanwhile')
      return setProblems(new Map([['id', t('records.new.isThere')]]));
    const errors = answer.refusal.kind === 'refused' ? answer.refusal.errors : [];
    setProblems(problemsFrom(wording, errors));
    return errors.length === 0 ? setTrouble(answer.refusal) : undefined;
  }

  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a className={css('back')} href={addressOf({ at: 'records', kind })}>
              {sayKind(wording, kind)}
            </a>
          </p>
          <h1 className={css('title')}>{t(`new.${kind}`)}</h1>
        </div>
      </header>
      <form noValidate className={css('form')} onSubmit={(event) => void save(event)}>
        <div className={css('own')}>
          <TextField
            label={t('records.id')}
            help={t('records.id.help')}
            value={id}
            onChange={setId}
            look="mono"
            problem={problems.get('id') ?? null}
            takesFocus
          />
          <TextField
            label={t('records.source')}
            help={t('records.source.help')}
            value={source}
            onChange={(typed) => setSource(typed.toLowerCase())}
            look="mono"
          />
        </div>
        <RecordFields
          form={{ kind, source, problems }}
          fields={fields}
          draft={draft}
          onChange={setDraft}
          trouble={trouble}
        >
          <TextField
            label={t('form.reason')}
            value={reason}
            onChange={setReason}
            placeholder={t('records.new.reason')}
            most={500}
            isOptional
          />
          <div className={css('acts')}>
            <Button type="submit" look="primary" isPending={isTrying}>
              {t('action.save')}
            </Button>
            <Button onPress={() => goTo(isFirst ? { at: 'setUp' } : { at: 'records', kind })}>
              {t('action.cancel')}
            </Button>
          </div>
        </RecordFields>
      </form>
    </article>
  );
}
