import type { ReactNode } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './FileDrop.module.css';

const css = classesOf(styles);
const endings = ['.csv', '.txt', '.xlsx', '.json'];

/** A place to drop a file on, or to choose one by hand. */
export function FileDrop(props: { readonly onFile: (file: File) => void }): ReactNode {
  const { t } = useOfficeWording();
  return (
    <DropZone
      className={css('zone')}
      onDrop={({ items }) => {
        const dropped = items.find((item) => item.kind === 'file');
        if (dropped) void dropped.getFile().then(props.onFile);
      }}
    >
      <Icon name="here" size="huge" />
      <Text slot="label" className={css('label')}>
        {t('imports.drop')}
      </Text>
      <span className={css('forms')}>{t('imports.drop.forms')}</span>
      <FileTrigger
        acceptedFileTypes={endings}
        onSelect={(files) => {
          const [file] = files ?? [];
          if (file) props.onFile(file);
        }}
      >
        <Button look="primary" size="primary">
          {t('imports.choose')}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}
