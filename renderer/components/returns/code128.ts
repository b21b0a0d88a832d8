import { code128, type DrawingContext } from 'bwip-js/generic';

/** One bar, in modules from the left edge. */
type Bar = { readonly at: number; readonly width: number };
export type Bars = { readonly width: number; readonly bars: readonly Bar[] };

/** The bars of a Code 128 without its quiet zones: drawn by us, so no markup comes from outside. */
export function barsOfCode128(text: string): Bars {
  return code128({ bcid: 'code128', text, scale: 1 }, collectingBars());
}

function collectingBars(): DrawingContext<Bars> {
  const bars: Bar[] = [];
  let total = 0;
  return {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (drawn) => {
      total = drawn;
    },
    // A bar comes as a thick line whose middle is rounded up to a whole module.
    line: (middle, _y0, _x1, _y1, width) =>
      bars.push({ at: Math.floor(middle - width / 2), width }),
    polygon: () => {},
    hexagon: () => {},
    ellipse: () => {},
    fill: () => {},
    text: () => {},
    end: () => ({ width: total, bars }),
  };
}
