/** Without light a sensor still shows noise; nothing at all above this is no picture. */
const darkestLight = 20;
const sample = { width: 64, height: 36 };

/** A cover before the lens, a closed shutter, a driver that sends nothing: all black, edge to edge. */
export function isBlack(picture: CanvasImageSource): boolean {
  paper ??= emptyPaper();
  if (!paper) return false;
  paper.drawImage(picture, 0, 0, sample.width, sample.height);
  return isAllDark(paper.getImageData(0, 0, sample.width, sample.height).data);
}

let paper: CanvasRenderingContext2D | null = null;

function emptyPaper(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = sample.width;
  canvas.height = sample.height;
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** RGBA, four bytes a pixel. */
export function isAllDark(pixels: ArrayLike<number>): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const light = Math.max(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    if (light > darkestLight) return false;
  }
  return true;
}
