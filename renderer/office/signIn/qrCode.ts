import { type DrawingContext, qrcode } from 'bwip-js/generic';

/** Modules of white on each side, as the standard asks. */
export const quietModules = 4;

export type QrOutline = { readonly size: number; readonly path: string };

/** The outline of a QR code without its quiet zone: drawn by us, so no markup comes from outside. */
export function outlineOfQr(text: string): QrOutline {
  return qrcode({ bcid: 'qrcode', text, scale: 1 }, collectingOutline());
}

function collectingOutline(): DrawingContext<QrOutline> {
  const parts: string[] = [];
  let size = 0;
  return {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width) => {
      size = width;
    },
    line: () => {},
    polygon: (points) => {
      parts.push(`M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`);
    },
    hexagon: () => {},
    ellipse: () => {},
    fill: () => {},
    text: () => {},
    end: () => ({ size, path: parts.join('') }),
  };
}
