import { fitted, type Size } from './fitted.ts';
import { type Grey, hintsOf } from './hintsOf.ts';
import { isAllDark } from './isAllDark.ts';
import type { Developed, FrameSeen, FrameShown } from './messages.ts';

const quality = 0.92;
const sample = { width: 64, height: 36 };
/** Wide enough to tell an edge that is a few pixels wide in the picture from a sharp one. */
const judgedAcross = 960;
type Drawable = VideoFrame | ImageBitmap | OffscreenCanvas;

/** What comes of a frame, which is closed then. Draws and reads pixels: not for the interface's thread. */
export async function seen({ id, what, frame }: FrameShown): Promise<FrameSeen> {
  try {
    return what === 'look'
      ? { id, what, isBlack: isBlack(frame) }
      : { id, what, developed: await develop(frame) };
  } finally {
    frame.close();
  }
}

/**
 * Taken from the frame once, which is most of the work; encoded on a thread of the engine's own while the
 * rest is looked at.
 */
async function develop(frame: VideoFrame | ImageBitmap): Promise<Developed> {
  const given = sizeOf(frame);
  const size = fitted(given);
  const paper = drawn(frame, size).canvas;
  const encoded = paper.convertToBlob({ type: 'image/jpeg', quality });
  const isNothing = isBlack(paper);
  const hints = isNothing ? [] : hintsOf(greyOf(paper, fitted(size, judgedAcross)));
  const jpeg = await encoded;
  return isNothing
    ? null
    : { jpeg, ...size, given: size.width < given.width ? given : null, hints };
}

/** A cover before the lens, a closed shutter, a driver that sends nothing: all black, edge to edge. */
function isBlack(frame: Drawable): boolean {
  return isAllDark(pixelsOf(frame, sample));
}

function greyOf(frame: Drawable, size: Size): Grey {
  const pixels = pixelsOf(frame, size);
  const light = new Uint8Array(size.width * size.height);
  for (let at = 0; at < light.length; at += 1)
    light[at] =
      0.299 * (pixels[4 * at] ?? 0) +
      0.587 * (pixels[4 * at + 1] ?? 0) +
      0.114 * (pixels[4 * at + 2] ?? 0);
  return { light, ...size };
}

function pixelsOf(frame: Drawable, size: Size): Uint8ClampedArray {
  return drawn(frame, size).getImageData(0, 0, size.width, size.height).data;
}

function drawn(frame: Drawable, { width, height }: Size) {
  const paper = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!paper) throw new Error('no canvas to draw on');
  paper.imageSmoothingQuality = 'medium';
  paper.drawImage(frame, 0, 0, width, height);
  return paper;
}

function sizeOf(frame: VideoFrame | ImageBitmap): Size {
  return 'displayWidth' in frame
    ? { width: frame.displayWidth, height: frame.displayHeight }
    : { width: frame.width, height: frame.height };
}
