import type { ReactNode } from 'react';
import { type PhotoStanding, PhotoTile } from '../components/returns/PhotoTile.tsx';
import { usePhotoUrl } from '../queries/oneCase/photoUrl.ts';

/** A photo by its hash, from this station or from central. */
export function CasePhoto(props: {
  readonly sha256: string;
  readonly caption: string;
  readonly standing: PhotoStanding;
  readonly onOpen?: () => void;
}): ReactNode {
  const url = usePhotoUrl(props.sha256);
  return (
    <PhotoTile
      url={url}
      caption={props.caption}
      standing={props.standing}
      {...(props.onOpen && { onOpen: props.onOpen })}
    />
  );
}
