import { type ReactNode, useState } from 'react';
import { scopeOf } from '../../../shared/office/officeApi.ts';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import { exportPath, type TableKind, templatePath } from '../../../shared/sync/importsApi.ts';
import { tableKinds } from '../../../shared/sync/tableForms.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { sayKind } from '../form/sayField.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './TablesToTake.module.css';

const css = classesOf(styles);
const forms = ['csv', 'xlsx', 'json'] as const;

/** Templates to fill in, and what central has, both in the form that is read again. */
export function TablesToTake(props: { readonly scopes: readonly AdminScope[] }): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const kinds = tableKinds.filter((kind) => props.scopes.includes(scopeOf(kind)));
  const [template, setTemplate] = useState<TableKind>('articles');
  const [taken, setTaken] = useState<TableKind>('articles');
  const [source, setSource] = useState('erp');
  const choices = kinds.map((key) => ({ key, word: sayKind(wording, key) }));
  return (
    <div className={css('tables')}>
      <section>
        <SectionHead title={t('imports.begin')} />
        <p className={css('lead')}>{t('imports.begin.lead')}</p>
        <div className={css('row')}>
          <Select
            label={t('imports.kind')}
            chosen={template}
            onChoose={setTemplate}
            choices={choices}
          />
          <Forms kind={template} addressOf={(form) => templatePath(`${template}.${form}`)} />
        </div>
      </section>
      <section>
        <SectionHead title={t('imports.export')} />
        <p className={css('lead')}>{t('imports.export.lead')}</p>
        <div className={css('row')}>
          <Select label={t('imports.kind')} chosen={taken} onChoose={setTaken} choices={choices} />
          <TextField
            label={t('imports.source')}
            value={source}
            onChange={(typed) => setSource(typed.toLowerCase())}
            look="mono"
          />
          <Forms
            kind={taken}
            addressOf={(form) =>
              `${exportPath(`${taken}.${form}`)}?source=${encodeURIComponent(source)}`
            }
          />
        </div>
      </section>
    </div>
  );
}

function Forms(props: {
  readonly kind: TableKind;
  readonly addressOf: (form: (typeof forms)[number]) => string;
}): ReactNode {
  const wording = useOfficeWording();
  return (
    <span className={css('forms')}>
      {forms.map((form) => (
        <a
          key={form}
          className={css('form')}
          href={props.addressOf(form)}
          download
          aria-label={wording.t('imports.take.named', {
            kind: sayKind(wording, props.kind),
            form: form.toUpperCase(),
          })}
        >
          {form.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
