import {
  code128,
  type DrawingContext,
  ean13,
  gs1_128,
  gs1datamatrix,
  gs1qrcode,
} from 'bwip-js/generic';
import type { PrintedCard } from '../../shared/desktop/printedDocument.ts';

type Kind = PrintedCard['symbol'];

/** A code as an outline in modules, without its quiet zone: drawn by us, so no markup comes from outside. */
export type Outline = {
  readonly width: number;
  readonly height: number;
  readonly path: string;
  /** Modules of white around it, as its standard asks. */
  readonly quiet: number;
  readonly isMatrix: boolean;
};

const barHeight = 100;

export function outlineOf(symbol: Kind, text: string): Outline {
  switch (symbol) {
    case 'code128':
      return code128({ bcid: 'code128', text, scale: 1 }, bars(10));
    case 'gs1-128':
      return gs1_128({ bcid: 'gs1-128', text, scale: 1 }, bars(10));
    case 'ean13':
      return ean13({ bcid: 'ean13', text, scale: 1, includetext: false }, bars(11));
    case 'gs1datamatrix':
      return gs1datamatrix({ bcid: 'gs1datamatrix', text, scale: 1 }, squares(2));
    default:
      return gs1qrcode({ bcid: 'gs1qrcode', text, scale: 1 }, squares(4));
  }
}

function bars(quiet: number): DrawingContext<Outline> {
  const parts: string[] = [];
  let total = 0;
  return {
    ...nothingElse,
    init: (width) => {
      total = width;
    },
    // A bar comes as a thick line whose middle is rounded up to a whole module.
    line: (middle, _y0, _x1, _y1, width) => {
      const from = Math.floor(middle - width / 2);
      parts.push(`M${from} 0h${width}v${barHeight}h-${width}z`);
    },
    polygon: () => {},
    end: () => ({ width: total, height: barHeight, path: parts.join(''), quiet, isMatrix: false }),
  };
}

function squares(quiet: number): DrawingContext<Outline> {
  const parts: string[] = [];
  const size = { width: 0, height: 0 };
  return {
    ...nothingElse,
    init: (width, height) => {
      size.width = width;
      size.height = height;
    },
    line: () => {},
    polygon: (points) => {
      parts.push(`M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`);
    },
    end: () => ({ ...size, path: parts.join(''), quiet, isMatrix: true }),
  };
}

const nothingElse = {
  scale: (): [number, number] => [1, 1],
  measure: () => ({ width: 0, ascent: 0, descent: 0 }),
  hexagon: () => {},
  ellipse: () => {},
  fill: () => {},
  text: () => {},
};
