import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import { Icon } from '../generic/marks/Icon.tsx';
import { type Drawn, Picture } from './annotations/Picture.tsx';
import styles from './PhotoTile.module.css';

const css = classesOf(styles);

export type PhotoStanding = 'waiting' | 'sent' | 'verified' | 'discarded' | 'fromClient' | 'asMade';
const icons = {
  waiting: 'here',
  sent: 'sent',
  verified: 'checks',
  discarded: 'retake',
  fromClient: 'person',
  asMade: 'check',
} as const;

/**
 * A photo with what it shows and how far it has come. `url` null: the bytes are not on this station;
 * undefined: not known yet.
 */
export function PhotoTile(props: {
  readonly url: string | null | undefined;
  /** What it shows; also its alternative text. */
  readonly caption: string;
  readonly standing: PhotoStanding;
  /** Share of the bytes sent, 0 to 1, while it is on its way. */
  readonly progress?: number;
  /** What may be wrong with it, in words. */
  readonly hint?: string | undefined;
  /** What is marked on it. */
  readonly drawn?: Drawn | undefined;
  readonly onOpen?: () => void;
}): ReactNode {
  const { t, formatPercent } = useWording();
  /** An address that gave nothing: offline, and not kept here. Another address is another try. */
  const [lost, setLost] = useState<string | null>(null);
  const isMissing = props.url === null || (props.url !== undefined && props.url === lost);
  const picture = (
    <span className={css('frame')}>
      {isMissing ? (
        <span className={css('missing')}>
          <Icon name="camera" size="large" />
          {t('photo.missing')}
        </span>
      ) : (
        props.url !== undefined && (
          <Picture
            className={css('picture')}
            url={props.url}
            name={props.caption}
            drawn={props.drawn}
            fit="cover"
            onLost={() => setLost(props.url ?? null)}
          />
        )
      )}
      {props.progress !== undefined && props.progress < 1 && (
        <span className={css('progress')}>
          <span className={css('done')} style={{ inlineSize: `${props.progress * 100}%` }} />
        </span>
      )}
    </span>
  );
  return (
    <figure className={css('tile')} data-standing={props.standing}>
      {props.onOpen ? (
        <Button
          className={css('open')}
          aria-label={isMissing ? `${t('photo.missing')}: ${props.caption}` : props.caption}
          onPress={props.onOpen}
        >
          {picture}
        </Button>
      ) : (
        picture
      )}
      <figcaption className={css('caption')}>
        <span className={css('what')}>{props.caption}</span>
        <span className={css('standing')}>
          <Icon name={icons[props.standing]} size="small" />
          {props.progress !== undefined && props.progress < 1
            ? formatPercent(props.progress)
            : t(`photo.${props.standing}`)}
        </span>
        {props.hint && (
          <span className={css('hint')}>
            <Icon name="alert" size="small" />
            {props.hint}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
