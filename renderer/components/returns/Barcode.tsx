import { type ReactNode, useEffect, useState } from 'react';
import { classesOf } from '../generic/classesOf.ts';
import styles from './Barcode.module.css';
import type { Bars } from './code128.ts';

const css = classesOf(styles);
/** Modules of white on either side, as the standard asks. */
const quiet = 10;

/** Whole pixels, or a scanner reads nothing from a screen. */
const pixelsPerModule = 2;

/** A Code 128 a scanner can read from the screen; black on white in every theme. */
export function Barcode(props: { readonly value: string; readonly label: string }): ReactNode {
  const [bars, setBars] = useState<Bars | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('./code128.ts').then(({ barsOfCode128 }) => {
      if (isWanted) setBars(barsOfCode128(props.value));
    });
    return () => {
      isWanted = false;
    };
  }, [props.value]);
  const width = (bars?.width ?? 100) + 2 * quiet;
  return (
    <svg
      className={css('barcode')}
      viewBox={`0 0 ${width} 24`}
      preserveAspectRatio="none"
      width={width * pixelsPerModule}
      shapeRendering="crispEdges"
      role="img"
      aria-label={props.label}
    >
      <rect className={css('paper')} width={width} height="24" />
      {bars?.bars.map((bar) => (
        <rect key={bar.at} x={quiet + bar.at} width={bar.width} height="24" />
      ))}
    </svg>
  );
}
