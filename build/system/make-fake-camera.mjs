// Draws a parcel label with three codes and films it for the fake camera of the tests. As a
// command: prints where the film is.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toBuffer } from 'bwip-js/node';
import { projectRoot } from './dependencies.mjs';

/** The codes of the usual label: a handling unit, an article with its lot, and a link to it. */
export const usualLabel = {
  gs1_128: '(00)095211011234567894',
  gs1datamatrix: '(01)09501101530003(17)261231(10)AB-123',
  qrcode: 'https://id.gs1.org/01/09501101530003/10/AB-123',
};

const places = {
  gs1_128: { bcid: 'gs1-128', scale: 3, height: 20, x: "'60+2*t'", y: '60' },
  qrcode: { bcid: 'qrcode', scale: 4, x: '100', y: "'360+t/2'" },
  gs1datamatrix: { bcid: 'gs1datamatrix', scale: 5, x: '800', y: '340' },
};

const seconds = 20;
const folder = path.join(projectRoot, 'out/camera');

/**
 * The film for `--use-file-for-fake-video-capture`: twenty seconds at 1280×720 in which the label
 * drifts a little under noise, so that hardly two shots are the same picture. Made once per label.
 */
export async function fakeCameraFilm(codes = usualLabel) {
  const name = createHash('sha256')
    .update(JSON.stringify([codes, seconds]))
    .digest('hex')
    .slice(0, 12);
  const film = path.join(folder, `label-${name}.mjpeg`);
  if (existsSync(film)) return film;
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(path.join(folder, 'filming-'));
  try {
    const drawn = await Promise.all(Object.entries(codes).map((code) => draw(code, work)));
    const filters = drawn.map(
      ({ x, y }, index) =>
        `[${index === 0 ? '0' : `p${index}`}][${index + 1}]overlay=x=${x}:y=${y}[p${index + 1}]`,
    );
    filters.push(`[p${drawn.length}]noise=alls=8:allf=t,format=yuvj420p`);
    const unfinished = path.join(work, 'film.mjpeg');
    const desk = ['-f', 'lavfi', '-i', `color=0xb0b0b0:s=1280x720:r=10:d=${seconds}`];
    const drawings = drawn.flatMap(({ file }) => ['-i', file]);
    const label = ['-filter_complex', filters.join(';')];
    const mjpeg = ['-t', String(seconds), '-c:v', 'mjpeg', '-q:v', '3', unfinished];
    execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...desk, ...drawings, ...label, ...mjpeg]);
    renameSync(unfinished, film);
  } finally {
    rmSync(work, { recursive: true });
  }
  return film;
}

async function draw([kind, text], work) {
  const { bcid, scale, height, x, y } = places[kind];
  const quietZone = { paddingwidth: 10, paddingheight: 10, backgroundcolor: 'FFFFFF' };
  const file = path.join(work, `${kind}.png`);
  const size = height === undefined ? { scale } : { scale, height };
  writeFileSync(file, await toBuffer({ bcid, text, ...size, ...quietZone }));
  return { file, x, y };
}

if (process.argv[1] === import.meta.filename) console.log(await fakeCameraFilm());
