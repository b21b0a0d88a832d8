import { type ReactNode, useEffect, useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { writeExternalId } from '../../../shared/office/externalId.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { Found, officePagePaths } from '../../../shared/office/officePageApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import fieldStyles from '../../components/generic/fields/Field.module.css';
import selectStyles from '../../components/generic/fields/Select.module.css';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { readReference } from './draft.ts';
import { FieldNote } from './FieldNote.tsx';
import styles from './ReferenceField.module.css';
import { titleOf } from './titleOf.ts';

const css = classesOf({ ...fieldStyles, ...selectStyles, ...styles });

/** Another record, found by what one would call it. `chosen`: `source:id`, empty for none. */
export function ReferenceField(props: {
  readonly label: string;
  readonly to: OfficeKind;
  readonly chosen: string;
  readonly onChoose: (reference: string) => void;
  readonly problem?: string | null;
  readonly help?: string;
  readonly isOptional?: boolean;
}): ReactNode {
  const { t } = useOfficeWording();
  const { to, chosen, onChoose } = props;
  const [typed, type] = useState<string | null>(null);
  const asked = useSettled(typed ?? '');
  const { answer } = useAsked(
    `${officePagePaths.search}?kind=${to}&q=${encodeURIComponent(asked)}`,
    Found,
  );
  const found = answer?.ok ? answer.value.found.filter(({ state }) => state !== 'withdrawn') : [];
  const choices = found.map((record) => ({
    id: writeExternalId(record),
    word: titleOf(to, record.body, record.id),
    under: record.id,
  }));
  const named = choices.find(({ id }) => id === chosen)?.word ?? readReference(chosen)?.id ?? '';
  return (
    <ComboBox
      className={css('field')}
      items={choices}
      inputValue={typed ?? named}
      onInputChange={type}
      value={chosen === '' ? null : chosen}
      onChange={(key) => {
        if (key !== null) onChoose(String(key));
        type(null);
      }}
      onBlur={() => {
        if (typed === '') onChoose('');
        type(null);
      }}
      isInvalid={Boolean(props.problem)}
      defaultFilter={() => true}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <span className={css('label')}>
        <Label>{props.label}</Label>
        {props.isOptional && <span className={css('aside')}>{t('field.optional')}</span>}
      </span>
      <div className={css('combo')}>
        <Input className={css('box')} placeholder={t('form.find')} />
        <Button className={css('open')}>
          <Icon name="chevronDown" size="small" />
        </Button>
      </div>
      <FieldNote problem={props.problem} help={props.help} />
      <Popover className={css('popover')}>
        <ListBox
          className={css('list')}
          renderEmptyState={() => <p className={css('none')}>{t('form.noneFound')}</p>}
        >
          {(choice: (typeof choices)[number]) => (
            <ListBoxItem id={choice.id} textValue={choice.word} className={css('item')}>
              <span className={css('tick')}>
                <Icon name="check" size="small" />
              </span>
              <Text slot="label">{choice.word}</Text>
              <Text slot="description" className={css('hint')}>
                {choice.under}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const settledAfterMs = 200;

/** What is typed, once nobody types any more. */
export function useSettled(typed: string): string {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const soon = setTimeout(() => settle(typed), settledAfterMs);
    return () => clearTimeout(soon);
  }, [typed]);
  return settled;
}
