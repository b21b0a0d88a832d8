import type { ReactNode } from 'react';
import type { Shape } from '../../../../shared/facts/annotationFacts.ts';
import type { PictureSize } from './geometry.ts';
import { Shapes } from './Shapes.tsx';

/** What is drawn over a picture, and the picture's own size, by which it lies where it was drawn. */
export type Drawn = PictureSize & { readonly shapes: readonly Shape[] };

/** A photograph with its marks; without any it is a plain `<img>`. */
export function Picture(props: {
  readonly url: string;
  /** What it shows. */
  readonly name: string;
  readonly drawn?: Drawn | undefined;
  /** `cover` cuts to the frame as `object-fit: cover` does. */
  readonly fit: 'cover' | 'contain';
  readonly className: string | undefined;
  readonly onLost?: () => void;
  /** Nobody scrolls to it: it is there from the beginning. */
  readonly isOnPaper?: boolean;
}): ReactNode {
  const { url, name, drawn, className } = props;
  if (!drawn || drawn.shapes.length === 0)
    return (
      <img
        className={className}
        src={url}
        alt={name}
        {...(!props.isOnPaper && { loading: 'lazy', decoding: 'async' })}
        draggable={false}
        onError={props.onLost}
      />
    );
  const { width, height } = drawn;
  return (
    <svg
      className={className}
      role="img"
      aria-label={name}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio={`xMidYMid ${props.fit === 'cover' ? 'slice' : 'meet'}`}
    >
      <image href={url} width={width} height={height} onError={props.onLost} />
      <Shapes shapes={drawn.shapes} size={drawn} />
    </svg>
  );
}
