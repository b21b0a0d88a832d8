import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../classesOf.ts';
import { Icon } from '../marks/Icon.tsx';
import fieldStyles from './Field.module.css';
import styles from './Select.module.css';

const css = classesOf({ ...fieldStyles, ...styles });

export type Choice<K extends string> = {
  readonly key: K;
  readonly word: string;
  readonly hint?: string;
};

/** One of many. For up to about six short words prefer `SegmentedChoice`. */
export function Select<K extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<K>[];
  readonly chosen: K | null;
  readonly onChoose: (key: K) => void;
  readonly problem?: string | null;
  readonly isDisabled?: boolean;
  readonly isOptional?: boolean;
  /** The label is for screen readers only. */
  readonly isLabelHidden?: boolean;
}): ReactNode {
  const { t } = useWording();
  const choose = (key: unknown) => {
    const found = props.choices.find((choice) => choice.key === key);
    if (found) props.onChoose(found.key);
  };
  return (
    <AriaSelect
      className={css('field')}
      value={props.chosen}
      onChange={choose}
      isInvalid={Boolean(props.problem)}
      isDisabled={props.isDisabled ?? false}
      {...(props.isLabelHidden && { 'aria-label': props.label })}
    >
      {!props.isLabelHidden && (
        <span className={css('label')}>
          <Label>{props.label}</Label>
          {props.isOptional && <span className={css('aside')}>{t('field.optional')}</span>}
        </span>
      )}
      <Button className={css('box', 'trigger')}>
        <SelectValue className={css('value')}>
          {({ selectedText }) => selectedText ?? t('select.placeholder')}
        </SelectValue>
        <Icon name="chevronDown" size="small" />
      </Button>
      {props.problem && (
        <Text slot="errorMessage" className={css('problem')}>
          <Icon name="alert" size="small" />
          {props.problem}
        </Text>
      )}
      <Popover className={css('popover')}>
        <ListBox className={css('list')}>
          {props.choices.map((choice) => (
            <ListBoxItem
              key={choice.key}
              id={choice.key}
              textValue={choice.word}
              className={css('item')}
            >
              <span className={css('tick')}>
                <Icon name="check" size="small" />
              </span>
              <Text slot="label">{choice.word}</Text>
              {choice.hint && (
                <Text slot="description" className={css('hint')}>
                  {choice.hint}
                </Text>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
