/** Without light a sensor still shows noise; nothing at all above this is no picture. */
const darkestLight = 20;

/** RGBA, four bytes a pixel. */
export function isAllDark(pixels: ArrayLike<number>): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const light = Math.max(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    if (light > darkestLight) return false;
  }
  return true;
}
