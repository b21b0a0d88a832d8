/**
 * Draws the photographs of the demo: solids traced on grey paper with a colour card, or on a
 * client's bench. The pictures in assets/demo/photos come from here (`drawAllPhotos.ts`), so they
 * are ours alone and can be drawn again.
 */

import type { PhotoName } from '../../central/demo/company/photoList.ts';
import { cabinet, drive, pump, valve } from './photo/machines.ts';
import { carton, drum, label, pallet, ratingPlate } from './photo/packing.ts';
import { encodePng } from './photo/png.ts';
import { render, type Scene } from './photo/render.ts';
import { studio, workshop } from './photo/settings.ts';
import { bearings, cable, hose, housing, sensors } from './photo/smallParts.ts';

const photoSize = { width: 960, height: 720 } as const;

/** The picture as PNG; a smaller `width` draws the same scene quicker. */
export function drawPhoto(name: PhotoName, width: number = photoSize.width): Uint8Array {
  return encodePng(render(scenes[name](), width, Math.round((width * 3) / 4)));
}

const scenes: Readonly<Record<PhotoName, () => Scene>> = {
  'pump-whole': () =>
    studio(pump(false), {
      from: [4.2, 3.2, 5.6],
      to: [-0.1, 1.05, -0.2],
      zoom: 1.7,
      card: [-1.75, 0.95, 0.65],
    }),
  'pump-defect': () =>
    studio(pump(true), { from: [1.7, 2.9, 2.6], to: [0.35, 1.85, 0.4], zoom: 1.7 }),
  'pump-site': () =>
    workshop(pump(true), { from: [2.9, 3.5, 4], to: [0.1, 1.35, -0.1], zoom: 1.5 }),
  'valve-whole': () =>
    studio(valve(false), {
      from: [2.6, 3.2, 5.2],
      to: [0.1, 1, 0],
      zoom: 1.6,
      card: [-1.7, 0.8, 0.55],
    }),
  'valve-defect': () => studio(valve(true), { from: [4, 1.9, 1.3], to: [0.4, 0.95, 0], zoom: 2.2 }),
  'valve-site': () =>
    workshop(valve(false), { from: [3.6, 3, 3.6], to: [0.3, 1.1, -0.1], zoom: 1.5 }, 'steel'),
  'bearing-whole': () =>
    studio(bearings(false), {
      from: [2.4, 3.2, 4.2],
      to: [0.05, 0.5, -0.1],
      zoom: 1.6,
      card: [-1.75, 0.8, 0.42],
    }),
  'bearing-defect': () =>
    studio(bearings(true), { from: [0.6, 2.6, 2.2], to: [0, 0.4, 0], zoom: 1.8 }),
  'bearing-site': () =>
    workshop(bearings(true), { from: [1.9, 3.4, 3.8], to: [0.1, 0.5, -0.2], zoom: 1.6 }),
  'sensor-whole': () =>
    studio(sensors(false), {
      from: [0.3, 3, 4.4],
      to: [-0.05, 0.4, 0],
      zoom: 1.75,
      card: [0.35, 0.95, 0.4],
    }),
  'sensor-defect': () =>
    studio(sensors(true), { from: [-3, 1.1, 1.9], to: [-1.1, 0.44, 0.8], zoom: 2.2 }),
  'sensor-site': () =>
    workshop(sensors(false), { from: [-1.2, 2.7, 3.9], to: [0, 0.35, 0], zoom: 1.7 }, 'steel'),
  'cable-whole': () =>
    studio(cable(false), {
      from: [-1.2, 3.4, 4.8],
      to: [0, 0.2, 0.4],
      zoom: 1.6,
      card: [0.55, 1.75, 0.42],
    }),
  'cable-defect': () =>
    studio(cable(true), { from: [-2.6, 1.3, 2.5], to: [-0.65, 0.3, 1.4], zoom: 2.4 }),
  'cable-site': () =>
    workshop(cable(true), { from: [-2.4, 2.6, 4.2], to: [-0.1, 0.2, 0.6], zoom: 1.8 }),
  'hose-whole': () =>
    studio(hose(false), {
      from: [1.2, 3.6, 4.6],
      to: [0, 0.1, 0.1],
      zoom: 1.7,
      card: [-0.6, 0.5, 0.55],
    }),
  'hose-defect': () =>
    studio(hose(true), { from: [2.6, 1.7, 2.7], to: [1.2, 0.2, 0.7], zoom: 1.9 }),
  'hose-site': () =>
    workshop(hose(true), { from: [2.4, 3, 3.4], to: [0.4, 0.1, 0.2], zoom: 1.5 }, 'floor'),
  'housing-whole': () =>
    studio(housing(false), {
      from: [2.6, 2.6, 4.8],
      to: [-0.1, 0.95, 0],
      zoom: 1.7,
      card: [-1.9, 0.95, 0.5],
    }),
  'housing-defect': () =>
    studio(housing(true), { from: [1.3, 2.2, 4.2], to: [0.1, 1.5, 0.4], zoom: 1.75 }),
  'housing-site': () =>
    workshop(housing(true), { from: [2.6, 3, 4.2], to: [0.1, 1.25, 0.2], zoom: 1.5 }),
  'cabinet-whole': () =>
    studio(cabinet(false), {
      from: [-1.8, 3.2, 8.2],
      to: [0.7, 1.6, 0],
      zoom: 1.6,
      card: [0.1, 1.1, 0.75],
    }),
  'cabinet-defect': () =>
    studio(cabinet(true), { from: [0.5, 2.6, 3.1], to: [0.1, 1.95, -0.2], zoom: 1.7 }),
  'cabinet-site': () =>
    workshop(cabinet(true), { from: [-0.6, 2.9, 5.6], to: [0.5, 1.8, 0], zoom: 1.6 }, 'floor'),
  'drive-whole': () =>
    studio(drive(false), {
      from: [2.6, 2.6, 5],
      to: [-0.1, 1, 0],
      zoom: 1.7,
      card: [-1.8, 0.85, 0.5],
    }),
  'drive-defect': () =>
    studio(drive(true), { from: [1.9, 3.4, -3.2], to: [0.2, 1.3, -0.5], zoom: 1.9 }),
  'drive-site': () =>
    workshop(drive(true), { from: [1.4, 2.3, 4.6], to: [0, 1.1, 0], zoom: 1.8 }, 'steel'),
  'drum-whole': () =>
    studio(drum(false), {
      from: [1.6, 3, 6],
      to: [0.35, 1.15, 0],
      zoom: 1.5,
      card: [-1.6, 1.3, 0.5],
    }),
  'drum-defect': () =>
    studio(drum(true), { from: [2.1, 2.1, 4.6], to: [0.2, 0.7, 0.4], zoom: 1.5 }),
  'drum-site': () =>
    workshop(drum(true), { from: [2.4, 3, 5.2], to: [0.1, 1, 0.2], zoom: 1.4 }, 'floor'),
  'plate-machine': () =>
    studio(ratingPlate('machine'), { from: [0.5, 1.6, 4.1], to: [0, 1.24, 0.3], zoom: 1.5 }),
  'plate-electric': () =>
    studio(ratingPlate('electric'), { from: [-0.5, 1.5, 4.1], to: [0, 1.24, 0.3], zoom: 1.5 }),
  label: () => studio(label(false), { from: [0.4, 1.9, 4.6], to: [0, 1.3, 0.6], zoom: 1.6 }),
  'label-smeared': () =>
    studio(label(true), { from: [-0.5, 1.9, 4.6], to: [0, 1.3, 0.6], zoom: 1.6 }),
  carton: () =>
    studio(carton('whole'), {
      from: [2.4, 2.6, 4.6],
      to: [-0.1, 0.75, 0],
      zoom: 1.5,
      card: [-1.4, 1.25, 0.42],
    }),
  'carton-dented': () =>
    studio(carton('dented'), {
      from: [2.7, 2.7, 4.2],
      to: [0, 0.8, 0],
      zoom: 1.6,
      card: [-1.35, 1.25, 0.42],
    }),
  'carton-wet': () => studio(carton('wet'), { from: [2.3, 2.6, 4.7], to: [0, 0.7, 0], zoom: 1.5 }),
  'carton-site': () =>
    workshop(carton('burst'), { from: [3, 2.7, 4.2], to: [0.1, 0.8, 0], zoom: 1.5 }, 'floor'),
  pallet: () =>
    studio(pallet(false), {
      from: [4, 3.4, 6],
      to: [-0.1, 1.1, 0],
      zoom: 1.5,
      card: [-1.85, 1.85, 0.6],
    }),
  'pallet-site': () =>
    workshop(pallet(true), { from: [3.4, 3, 5.6], to: [0, 1, 0], zoom: 1.5 }, 'floor'),
};
