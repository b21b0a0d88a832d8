/** What people draw over a photo. The picture stays as it was taken: marks are a layer of their own. */
import { z } from 'zod';
import { FactId, PhotoId } from '../ids.ts';
import { caseId, recorded } from './recorded.ts';

export const mostShapes = 40;
export const longestText = 80;

/** A share of the picture's width or height, from its upper left corner. */
const share = z.number().min(0).max(1);
export const Point = z.strictObject({ x: share, y: share });
export type Point = z.infer<typeof Point>;

const span = { from: Point, to: Point };

/** `from` and `to`: the tail and head of an arrow, two opposite corners of a box or of what a circle fills. */
export const Shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arrow'), ...span }),
  z.strictObject({ kind: z.literal('box'), ...span }),
  z.strictObject({ kind: z.literal('circle'), ...span }),
  z.strictObject({ kind: z.literal('text'), at: Point, text: z.string().min(1).max(longestText) }),
]);
export type Shape = z.infer<typeof Shape>;

/** The whole layer of marks on one photo, in place of the ones it names. */
export const PhotoAnnotatedFact = z.strictObject({
  ...recorded,
  kind: z.literal('photoAnnotated'),
  caseId,
  photoId: PhotoId,
  /** Empty: no marks any more. */
  shapes: z.array(Shape).max(mostShapes),
  /** Earlier layers of this photo, as whoever drew this one saw them. */
  over: z.array(FactId).max(20),
});
