import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const smallest = { width: 1024, height: 700 };
const usual = { width: 1366, height: 900 };

const Saved = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(smallest.width).max(20_000),
  height: z.number().int().min(smallest.height).max(20_000),
  maximized: z.boolean(),
});
export type Place = {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
};
type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Where the window was last time, if that is still on a screen. */
export function lastPlace(file: string, screens: readonly Area[]): Place {
  const saved = readPlace(file);
  if (saved === null) return { ...usual, maximized: false };
  const { x, y, width, height, maximized } = saved;
  const onScreen =
    x !== undefined &&
    y !== undefined &&
    screens.some(
      (screen) =>
        x + 100 > screen.x &&
        y >= screen.y &&
        x < screen.x + screen.width - 100 &&
        y < screen.y + screen.height - 100,
    );
  return onScreen ? { x, y, width, height, maximized } : { width, height, maximized };
}

function readPlace(file: string): z.infer<typeof Saved> | null {
  try {
    const parsed = Saved.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
