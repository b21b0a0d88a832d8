import type { ReactNode } from 'react';
import type { PrintedCard } from '../../shared/desktop/printedDocument.ts';
import { outlineOf } from './drawSymbol.ts';

/** A code a scanner reads from paper, with the white its standard wants around it. */
export function CodeSymbol(props: {
  readonly symbol: PrintedCard['symbol'];
  readonly text: string;
  readonly label: string;
}): ReactNode {
  const { width, height, path, quiet, isMatrix } = outlineOf(props.symbol, props.text);
  const above = isMatrix ? quiet : 0;
  return (
    <svg
      className={isMatrix ? 'matrix' : 'bars'}
      viewBox={`${-quiet} ${-above} ${width + 2 * quiet} ${height + 2 * above}`}
      preserveAspectRatio={isMatrix ? 'xMidYMid meet' : 'none'}
      shapeRendering="crispEdges"
      role="img"
      aria-label={props.label}
    >
      <path d={path} fillRule="evenodd" />
    </svg>
  );
}
