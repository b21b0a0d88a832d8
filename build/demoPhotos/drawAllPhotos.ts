/**
 * `node build/demoPhotos/drawAllPhotos.ts [name …]` draws the photographs into assets/demo/photos
 * and writes down what they are in `drawnPhotos.ts`. Takes some minutes; only needed after a change
 * of the drawings.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type PhotoName, photoNames } from '../../central/demo/company/photoList.ts';
import { drawPhoto } from './drawPhoto.ts';

const folder = new URL('../../assets/demo/photos/', import.meta.url);
const wanted = process.argv.slice(2);

await mkdir(folder, { recursive: true });
for (const name of photoNames) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const png = drawPhoto(name);
  await writeFile(new URL(`${name}.png`, folder), png);
  process.stdout.write(`${name} ${png.length} bytes\n`);
}
await writeFile(
  new URL('../../central/demo/company/drawnPhotos.ts', import.meta.url),
  await listed(),
);

async function listed(): Promise<string> {
  const entries = await Promise.all(
    photoNames.map(async (name) => `  ${keyOf(name)}: ${await described(name)},`),
  );
  return `/** Written by drawAllPhotos.ts: what assets/demo/photos holds. */
import type { PhotoName } from './photoList.ts';

export type DrawnPhoto = {
  readonly sha256: string;
  readonly mediaType: 'image/png';
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
};

const drawn: Readonly<Record<PhotoName, readonly [sha256: string, bytes: number, width: number, height: number]>> = {
${entries.join('\n')}
};

export function drawnPhoto(name: PhotoName): DrawnPhoto {
  const [sha256, bytes, width, height] = drawn[name];
  return { sha256, mediaType: 'image/png', bytes, width, height };
}

/** Where the bytes lie. */
export function photoFile(name: PhotoName): URL {
  return new URL(\`../../../assets/demo/photos/\${name}.png\`, import.meta.url);
}
`;
}

async function described(name: PhotoName): Promise<string> {
  const png = await readFile(new URL(`${name}.png`, folder));
  const sha256 = createHash('sha256').update(png).digest('hex');
  // Width and height stand at bytes 16 and 20 of every PNG.
  return `['${sha256}', ${png.length}, ${png.readUInt32BE(16)}, ${png.readUInt32BE(20)}]`;
}

function keyOf(name: PhotoName): string {
  return name.includes('-') ? `'${name}'` : name;
}
