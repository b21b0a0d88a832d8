import type { ReactNode } from 'react';
import type { Shape } from '../../../shared/facts/annotationFacts.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { Editing } from './editing.ts';
import styles from './PhotoSheet.module.css';

/** The marks in words, for whoever does not see the picture; choosing one goes to it. */
export function MarkList(props: {
  readonly editing: Editing;
  readonly onChoose: (place: number) => void;
}): ReactNode {
  const { t, formatPercent } = useWording();
  const { shapes, chosen } = props.editing;
  const sayWhere = (shape: Shape) => {
    const { x, y } = shape.kind === 'text' ? shape.at : shape.to;
    return t('photos.where', { across: formatPercent(x), down: formatPercent(y) });
  };
  return (
    <section>
      <SectionHead level={3} title={t('photos.marks')} />
      {shapes.length === 0 && <p className={styles['none']}>{t('photos.noMarks')}</p>}
      <ol className={styles['marks']} aria-label={t('photos.marks')}>
        {shapes.map((shape, place) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place} aria-current={place === chosen || undefined}>
            <Button look="bare" onPress={() => props.onChoose(place)}>
              {shape.kind === 'text' && shape.text ? `“${shape.text}”` : t(`photos.${shape.kind}`)}
              <span className={styles['where']}> {sayWhere(shape)}</span>
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
