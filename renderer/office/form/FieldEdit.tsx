import type { ReactNode } from 'react';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { asDraft, type Draft, emptyOf, type GroupDraft, isGroup, listIn, textIn } from './draft.ts';
import styles from './Fields.module.css';
import { PictureField } from './PictureField.tsx';
import { ReferenceField } from './ReferenceField.tsx';
import type { Problems } from './sayError.ts';
import { sayChoice, sayField, sayFieldHelp } from './sayField.ts';
import type { Field, Shape } from './shape.ts';

const css = classesOf(styles);

/** What every field of one form shares. */
export type FormOf = {
  readonly kind: OfficeKind;
  /** Whose ids stand in the body by themselves. */
  readonly source: string;
  readonly problems: Problems;
};

/** Fields in the order of the schema, as many beside each other as read well. */
export function Fields(props: {
  readonly form: FormOf;
  readonly path: string;
  readonly fields: readonly Field[];
  readonly draft: GroupDraft;
  readonly onChange: (draft: GroupDraft) => void;
}): ReactNode {
  const { form, path, draft } = props;
  return (
    <div className={css('fields')}>
      {props.fields
        .filter(({ shape }) => shape.kind !== 'kept')
        .map((field) => (
          <FieldEdit
            key={field.name}
            form={form}
            path={path === '' ? field.name : `${path}.${field.name}`}
            field={field}
            draft={draft[field.name] ?? null}
            onChange={(value) => props.onChange({ ...draft, [field.name]: value })}
          />
        ))}
    </div>
  );
}

type Edited = {
  readonly form: FormOf;
  readonly path: string;
  readonly field: Field;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
};

function FieldEdit(props: Edited): ReactNode {
  const { shape } = props.field;
  const isWide = ['group', 'list', 'choices', 'picture'].includes(shape.kind);
  return (
    <div className={css('field', isWide && 'wide', shape.kind === 'paragraphs' && 'paragraphs')}>
      {shape.kind === 'group' ? (
        <GroupEdit {...props} fields={shape.fields} />
      ) : shape.kind === 'list' ? (
        <ListEdit {...props} of={shape.of} />
      ) : (
        <PlainEdit {...props} />
      )}
    </div>
  );
}

function PlainEdit({ form, path, field, draft, onChange }: Edited): ReactNode {
  const wording = useOfficeWording();
  const { t, formatDate } = wording;
  const { shape, name } = field;
  const label = sayField(wording, form.kind, name);
  const help = sayFieldHelp(wording, name);
  const problem = form.problems.get(path) ?? null;
  const isOptional = !field.isNeeded || field.isNullable;
  const common = { label, problem, isOptional, ...(help !== null && { help }) };
  switch (shape.kind) {
    case 'flag':
      return (
        <Checkbox
          isChecked={draft === true}
          onChange={onChange}
          {...(help !== null && { hint: help })}
        >
          {label}
        </Checkbox>
      );
    case 'choice':
      return (
        <Select
          label={label}
          problem={problem}
          isOptional={isOptional}
          chosen={isOptional || draft !== '' ? textIn(draft) : null}
          onChoose={onChange}
          choices={[
            ...(isOptional ? [{ key: '', word: t('form.nothing') }] : []),
            ...shape.options.map((key) => ({ key, word: sayChoice(wording, name, key) })),
          ]}
        />
      );
    case 'choices':
    case 'weekdays': {
      const chosen = listIn(draft).map(String);
      const options =
        shape.kind === 'choices' ? shape.options : ['1', '2', '3', '4', '5', '6', '7'];
      const wordOf = (option: string) =>
        shape.kind === 'choices'
          ? sayChoice(wording, name, option)
          : formatDate(`2026-06-0${option}`, 'weekday');
      return (
        <fieldset className={css('choices')}>
          <legend className={css('legend')}>{label}</legend>
          <div className={css('many')}>
            {options.map((option) => (
              <Checkbox
                key={option}
                isChecked={chosen.includes(option)}
                onChange={(isChosen) =>
                  onChange(options.filter((o) => (o === option ? isChosen : chosen.includes(o))))
                }
              >
                {wordOf(option)}
              </Checkbox>
            ))}
          </div>
          <Problem says={problem} />
        </fieldset>
      );
    }
    case 'reference':
      return (
        <ReferenceField {...common} to={shape.to} chosen={textIn(draft)} onChoose={onChange} />
      );
    case 'lines':
    case 'paragraphs':
      return (
        <TextField
          {...common}
          {...(shape.kind === 'lines' && { help: help ?? t('form.lines') })}
          lines="many"
          value={textIn(draft)}
          onChange={onChange}
        />
      );
    case 'picture':
      return <PictureField {...common} value={textIn(draft)} onChange={onChange} />;
    case 'date':
    case 'moment':
      return (
        <TextField
          {...common}
          look="mono"
          placeholder={shape.kind === 'date' ? '2026-11-30' : '2026-11-30T09:00:00Z'}
          value={textIn(draft)}
          onChange={onChange}
        />
      );
    case 'number':
    case 'decimal':
      return (
        <TextField {...common} inputMode="decimal" value={textIn(draft)} onChange={onChange} />
      );
    default:
      return <TextField {...common} value={textIn(draft)} onChange={onChange} />;
  }
}

function GroupEdit(props: Edited & { readonly fields: readonly Field[] }): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { form, path, field, draft, onChange } = props;
  const label = sayField(wording, form.kind, field.name);
  const help = sayFieldHelp(wording, field.name);
  const mayBeAbsent = !field.isNeeded || field.isNullable;
  return (
    <fieldset className={css('group')}>
      <legend className={css('legend')}>{label}</legend>
      {help !== null && <p className={css('help')}>{help}</p>}
      {isGroup(draft) && (
        <Fields form={form} path={path} fields={props.fields} draft={draft} onChange={onChange} />
      )}
      {mayBeAbsent && (
        <div>
          <Button
            look="bare"
            icon={isGroup(draft) ? 'cross' : 'plus'}
            label={`${t(isGroup(draft) ? 'action.remove' : 'action.add')}: ${label}`}
            onPress={() => onChange(isGroup(draft) ? null : emptyOf(field.shape, form.source))}
          >
            {t(isGroup(draft) ? 'action.remove' : 'action.add')}
          </Button>
        </div>
      )}
      <Problem says={form.problems.get(path) ?? null} />
    </fieldset>
  );
}

function ListEdit(props: Edited & { readonly of: Shape }): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { form, path, field, of, draft, onChange } = props;
  const label = sayField(wording, form.kind, field.name);
  const items = listIn(draft).map(asDraft);
  const put = (at: number, item: Draft) => onChange(items.map((it, n) => (n === at ? item : it)));
  return (
    <fieldset className={css('group')}>
      <legend className={css('legend')}>{label}</legend>
      {items.map((item, at) => (
        // Items have no names of their own, and are put in and taken out one at a time.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={css('item')}>
          {of.kind === 'group' && isGroup(item) ? (
            <Fields
              form={form}
              path={`${path}.${at}`}
              fields={of.fields}
              draft={item}
              onChange={(changed) => put(at, changed)}
            />
          ) : (
            <PlainEdit
              form={form}
              path={`${path}.${at}`}
              field={{ ...field, shape: of, isNeeded: true, isNullable: false }}
              draft={item}
              onChange={(changed) => put(at, changed)}
            />
          )}
          <Button
            look="bare"
            icon="cross"
            label={`${t('action.remove')}: ${label} ${at + 1}`}
            onPress={() => onChange(items.filter((_, n) => n !== at))}
          >
            {t('action.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          look="quiet"
          icon="plus"
          label={`${t('action.add')}: ${label}`}
          onPress={() => onChange([...items, emptyOf(of, form.source)])}
        >
          {t('action.add')}
        </Button>
      </div>
      <Problem says={form.problems.get(path) ?? null} />
    </fieldset>
  );
}

function Problem(props: { readonly says: string | null }): ReactNode {
  if (props.says === null) return null;
  return (
    <p className={css('problem')}>
      <Icon name="alert" size="small" />
      {props.says}
    </p>
  );
}
