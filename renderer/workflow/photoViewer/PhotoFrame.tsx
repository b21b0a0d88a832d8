import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Shapes } from '../../components/returns/annotations/Shapes.tsx';
import { usePhotoUrl } from '../../queries/oneCase/photoUrl.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './PhotoViewer.module.css';
import type { Shown } from './pairPhotos.ts';
import { usePointing } from './usePointing.ts';
import { placed, type Size, type Zoom } from './zoom.ts';

/** One picture in its frame, as close as both are looked at; wheel, press, pinch and drag change it. */
export function PhotoFrame(props: {
  readonly shown: Shown;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  /** Where the pointer is: what is closer there, by how much; null where it left. */
  readonly onPointed: (closer: ((scale: number) => Zoom) | null) => void;
}): ReactNode {
  const { t } = useWording();
  const { shown, zoom } = props;
  const url = usePhotoUrl(shown.sha256);
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [natural, setNatural] = useState<Size | null>(null);
  /** An address that gave nothing. */
  const [lost, setLost] = useState<string | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  usePointing(frame, { ...props, size, natural });
  const lies = size && natural && size.width > 0 ? placed(size, natural, zoom) : null;
  const style = lies && {
    inlineSize: lies.width,
    blockSize: lies.height,
    transform: `translate(${lies.x}px, ${lies.y}px)`,
  };
  return (
    <div ref={frame} className={styles['frame']} data-near={zoom.scale > 1 || undefined}>
      {url !== undefined && url === lost && <p className={styles['gone']}>{t('photo.missing')}</p>}
      {url !== undefined && url !== lost && (
        <img
          className={styles['picture']}
          src={url}
          alt={shown.caption}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            setNatural({ width, height })
          }
          onError={() => setLost(url)}
          {...(style && { style })}
        />
      )}
      {shown.drawn && url !== lost && (
        <svg
          className={styles['picture']}
          viewBox={`0 0 ${shown.drawn.width} ${shown.drawn.height}`}
          aria-hidden
          {...(style && { style })}
        >
          <Shapes shapes={shown.drawn.shapes} size={shown.drawn} />
        </svg>
      )}
    </div>
  );
}
