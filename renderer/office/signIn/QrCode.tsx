import { type ReactNode, useEffect, useState } from 'react';
import type { QrOutline } from './qrCode.ts';

/** Black on white in every theme: a camera reads it. */
export function QrCode(props: {
  readonly value: string;
  readonly label: string;
  readonly className: string;
}): ReactNode {
  const [drawn, draw] = useState<{ outline: QrOutline; quiet: number } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('./qrCode.ts').then(({ outlineOfQr, quietModules }) => {
      if (isWanted) draw({ outline: outlineOfQr(props.value), quiet: quietModules });
    });
    return () => {
      isWanted = false;
    };
  }, [props.value]);
  const { size = 33, path = '' } = drawn?.outline ?? {};
  const quiet = drawn?.quiet ?? 4;
  const whole = size + 2 * quiet;
  return (
    <svg
      className={props.className}
      viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={props.label}
    >
      <path d={path} fill="#000000" fillRule="evenodd" />
    </svg>
  );
}
