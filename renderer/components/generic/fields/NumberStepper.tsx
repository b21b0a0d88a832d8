import type { ReactNode } from 'react';
import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../classesOf.ts';
import { Icon } from '../marks/Icon.tsx';
import fieldStyles from './Field.module.css';
import styles from './NumberStepper.module.css';

const css = classesOf({ ...fieldStyles, ...styles });

/** A quantity with a large key on either side. */
export function NumberStepper(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  /** "of 12 pcs", beside the number. */
  readonly aside?: string;
  readonly problem?: string | null;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
}): ReactNode {
  const { t } = useWording();
  return (
    <NumberField
      className={css('field')}
      value={props.value}
      onChange={(value) => props.onChange(Number.isNaN(value) ? (props.least ?? 0) : value)}
      minValue={props.least ?? 0}
      step={props.step ?? 1}
      isInvalid={Boolean(props.problem)}
      isDisabled={props.isDisabled ?? false}
      {...(props.isLabelHidden && { 'aria-label': props.label })}
      {...(props.most !== undefined && { maxValue: props.most })}
    >
      {!props.isLabelHidden && (
        <span className={css('label')}>
          <Label>{props.label}</Label>
          {props.aside && <span className={css('aside')}>{props.aside}</span>}
        </span>
      )}
      <Group className={css('stepper')}>
        <Button slot="decrement" className={css('key')} aria-label={t('stepper.less')}>
          <Icon name="minus" />
        </Button>
        <Input className={css('number')} />
        <Button slot="increment" className={css('key')} aria-label={t('stepper.more')}>
          <Icon name="plus" />
        </Button>
      </Group>
      {props.problem && (
        <Text slot="errorMessage" className={css('problem')}>
          <Icon name="alert" size="small" />
          {props.problem}
        </Text>
      )}
    </NumberField>
  );
}
