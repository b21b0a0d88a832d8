import { type ReactNode, useState } from 'react';
import { scopeOf } from '../../../shared/office/officeApi.ts';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import {
  dateForms,
  decimalForms,
  delimiters,
  encodings,
  tableKinds,
} from '../../../shared/sync/tableForms.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { NumberStepper } from '../../components/generic/fields/NumberStepper.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { sayKind } from '../form/sayField.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './OneImport.module.css';
import type { LookedAt, Open, SaidOfFile } from './useImport.ts';

const css = classesOf(styles);
const delimiterWords = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;
const Sender = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** What a file was found to be; all of it may be said otherwise. */
export function FormFacts(props: {
  readonly open: Open;
  readonly scopes: readonly AdminScope[];
  readonly isDisabled: boolean;
  readonly onSay: (said: SaidOfFile) => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { open, isDisabled, onSay } = props;
  const { said, looked } = open;
  const [source, setSource] = useState(said.source);
  const isSource = Sender.test(source);
  const kinds = tableKinds.filter((kind) => props.scopes.includes(scopeOf(kind)));
  return (
    <div className={css('facts')}>
      <Select
        label={t('imports.kind')}
        chosen={looked.kind === 'looked' ? looked.table : (said.kind ?? null)}
        choices={kinds.map((key) => ({ key, word: sayKind(wording, key) }))}
        // Another kind has other fields and other codes.
        onChoose={(kind) => onSay({ ...said, kind, columns: {}, codes: [] })}
        isDisabled={isDisabled}
      />
      <TextField
        label={t('imports.source')}
        help={t('imports.source.help')}
        value={source}
        onChange={(typed) => setSource(typed.toLowerCase())}
        onBlur={() => {
          if (isSource && source !== said.source) onSay({ ...said, source });
        }}
        problem={isSource ? null : t('imports.source.wrong')}
        look="mono"
        isDisabled={isDisabled}
      />
      {looked.kind === 'looked' && (
        <Written looked={looked} said={said} isDisabled={isDisabled} onSay={onSay} />
      )}
      {looked.kind === 'refused' && looked.code === 'brokenText' && (
        <Encoding said={said} chosen={null} isDisabled={isDisabled} onSay={onSay} />
      )}
    </div>
  );
}

type Part = {
  readonly said: SaidOfFile;
  readonly isDisabled: boolean;
  readonly onSay: (said: SaidOfFile) => void;
};

function Written(props: Part & { readonly looked: LookedAt }): ReactNode {
  const { t } = useOfficeWording();
  const { looked, said, isDisabled, onSay } = props;
  const { form, headingsRow } = looked;
  const sayFile = (file: SaidOfFile['file']) => onSay({ ...said, file: { ...said.file, ...file } });
  return (
    <>
      {form.kind === 'xlsx' ? (
        <Select
          label={t('imports.sheet')}
          chosen={form.sheet}
          choices={form.sheets.map(({ name, isHidden }) => ({
            key: name,
            word: isHidden ? t('imports.sheet.hidden', { name }) : name,
          }))}
          onChoose={(sheet) => sayFile({ sheet, headings: undefined })}
          isDisabled={isDisabled}
        />
      ) : (
        <Encoding {...props} chosen={form.encoding} isGuess={form.by === 'fallback'} />
      )}
      {form.kind === 'csv' && (
        <Select
          label={t('imports.delimiter')}
          chosen={form.delimiter}
          choices={delimiters.map((key) => ({
            key,
            word: t(`imports.delimiter.${delimiterWords[key]}`),
          }))}
          onChoose={(delimiter) => sayFile({ delimiter })}
          isDisabled={isDisabled}
        />
      )}
      <Select
        label={t('imports.decimal')}
        chosen={looked.decimal ?? 'found'}
        choices={(['found', ...decimalForms] as const).map((key) => ({
          key,
          word: t(`imports.decimal.${key}`),
        }))}
        onChoose={(chosen) => onSay({ ...said, decimal: chosen === 'found' ? null : chosen })}
        isDisabled={isDisabled}
      />
      <Select
        label={t('imports.date')}
        chosen={looked.date ?? 'found'}
        choices={(['found', ...dateForms] as const).map((key) => ({
          key,
          word: t(`imports.date.${key}`),
        }))}
        onChoose={(chosen) => onSay({ ...said, date: chosen === 'found' ? null : chosen })}
        isDisabled={isDisabled}
      />
      {headingsRow !== null && (
        <NumberStepper
          label={t('imports.headings')}
          value={headingsRow}
          least={1}
          most={1000}
          onChange={(headings) => sayFile({ headings })}
          isDisabled={isDisabled}
        />
      )}
    </>
  );
}

function Encoding(
  props: Part & { readonly chosen: (typeof encodings)[number] | null; readonly isGuess?: boolean },
): ReactNode {
  const { t } = useOfficeWording();
  const { said, onSay } = props;
  return (
    <div className={css('fact')}>
      <Select
        label={t('imports.encoding')}
        chosen={props.chosen}
        choices={encodings.map((key) => ({ key, word: key }))}
        onChoose={(encoding) => onSay({ ...said, file: { ...said.file, encoding } })}
        isDisabled={props.isDisabled}
      />
      {props.isGuess && <p className={css('guess')}>{t('imports.encoding.fallback')}</p>}
    </div>
  );
}
