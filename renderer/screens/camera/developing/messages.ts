import type { PhotoHint } from '../../../../shared/facts/codes.ts';

/** `look` asks only whether it is black; `take` wants the picture. */
export type FrameShown = {
  readonly id: number;
  readonly what: 'look' | 'take';
  readonly frame: VideoFrame | ImageBitmap;
};

/** null: black, which is evidence of nothing. */
export type Developed = {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
  /** What the camera gave, where that was more. */
  readonly given: { readonly width: number; readonly height: number } | null;
  readonly hints: readonly PhotoHint[];
} | null;

export type FrameSeen =
  | { readonly id: number; readonly what: 'look'; readonly isBlack: boolean }
  | { readonly id: number; readonly what: 'take'; readonly developed: Developed };
