import type { ReactNode } from 'react';
import { Text } from 'react-aria-components';
import { classesOf } from '../../components/generic/classesOf.ts';
import styles from '../../components/generic/fields/Field.module.css';
import { Icon } from '../../components/generic/marks/Icon.tsx';

const css = classesOf(styles);

/** Below a field: what is wrong with it, else what helps to fill it in. */
export function FieldNote(props: {
  readonly problem?: string | null | undefined;
  readonly help?: string | undefined;
}): ReactNode {
  if (props.problem)
    return (
      <Text slot="errorMessage" className={css('problem')}>
        <Icon name="alert" size="small" />
        {props.problem}
      </Text>
    );
  return props.help ? (
    <Text slot="description" className={css('help')}>
      {props.help}
    </Text>
  ) : null;
}
