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

/**
 * Where the window was last time, if that is still on a screen, and never larger than what is free of
 * one: buttons below its edge could be reached by nobody. The first of `screens` is the usual one.
 */
export function lastPlace(file: string, screens: readonly Area[]): Place {
  const place = placeThen(file, screens);
  const screen = screens.find((one) => isOn(place, one)) ?? screens[0];
  if (!screen) return place;
  const width = Math.min(place.width, screen.width);
  const height = Math.min(place.height, screen.height);
  if (place.x === undefined || place.y === undefined) return { ...place, width, height };
  return {
    ...place,
    width,
    height,
    x: Math.max(screen.x, Math.min(place.x, screen.x + screen.width - width)),
    y: Math.max(screen.y, Math.min(place.y, screen.y + screen.height - height)),
  };
}

function placeThen(file: string, screens: readonly Area[]): Place {
  const saved = readPlace(file);
  if (saved === null) return { ...usual, maximized: false };
  const { x, y, width, height, maximized } = saved;
  return x !== undefined && y !== undefined && screens.some((screen) => isOn({ x, y }, screen))
    ? { x, y, width, height, maximized }
    : { width, height, maximized };
}

/** Enough of its upper edge is there to be seen. */
function isOn({ x, y }: Pick<Place, 'x' | 'y'>, screen: Area): boolean {
  if (x === undefined || y === undefined) return false;
  return (
    x + 100 > screen.x &&
    y >= screen.y &&
    x < screen.x + screen.width - 100 &&
    y < screen.y + screen.height - 100
  );
}

function readPlace(file: string): z.infer<typeof Saved> | null {
  try {
    const parsed = Saved.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
