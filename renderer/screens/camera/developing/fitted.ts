/**
 * The long side of a kept picture, in pixels. The camera over a bench sees some 60 cm across, so this is
 * 4.3 pixels a millimetre: a small letter of an 8-pt label, 1.5 mm high, has more than six of them, which
 * is what reading it takes; with 1920 it has fewer than five. A close-up has more.
 */
export const longSide = 2560;

export type Size = { readonly width: number; readonly height: number };

/** The largest size of the same shape that is within the budget; a smaller picture stays as it is. */
export function fitted({ width, height }: Size, most: number = longSide): Size {
  const share = Math.min(1, most / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * share)),
    height: Math.max(1, Math.round(height * share)),
  };
}
