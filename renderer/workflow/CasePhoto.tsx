import type { ReactNode } from 'react';
import type { PhotoHint } from '../../shared/facts/codes.ts';
import type { Drawn } from '../components/returns/annotations/Picture.tsx';
import { type PhotoStanding, PhotoTile } from '../components/returns/PhotoTile.tsx';
import { usePhotoUrl } from '../queries/oneCase/photoUrl.ts';
import { useWording } from '../wording/WordingProvider.tsx';

/** A photo by its hash, from this station or from central. */
export function CasePhoto(props: {
  readonly sha256: string;
  readonly caption: string;
  readonly standing: PhotoStanding;
  readonly hints?: readonly PhotoHint[] | undefined;
  readonly drawn?: Drawn | undefined;
  readonly onOpen?: () => void;
}): ReactNode {
  const { t, formatList } = useWording();
  const { hints = [] } = props;
  const url = usePhotoUrl(props.sha256);
  return (
    <PhotoTile
      url={url}
      caption={props.caption}
      standing={props.standing}
      drawn={props.drawn}
      hint={
        hints.length > 0
          ? t('photo.perhaps', { hints: formatList(hints.map((hint) => t(`hint.${hint}`))) })
          : undefined
      }
      {...(props.onOpen && { onOpen: props.onOpen })}
    />
  );
}
