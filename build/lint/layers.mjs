/**
 * Who may import whom. Screens → actions, queries → storage → shared ← central, electron;
 * nothing points back, and no two rooms import each other.
 *
 * The FIRST row whose `files` match a file governs it, so narrow rows stand above wide ones. What
 * a row does not name is refused, and a file without a row is refused altogether. What a row says:
 * `layers/layer.mjs`.
 */
import { central } from './layers/central.mjs';
import { electron } from './layers/electron.mjs';
import { renderer } from './layers/renderer.mjs';
import { screens } from './layers/screens.mjs';
import { shared } from './layers/shared.mjs';
import { tools } from './layers/tools.mjs';

/** Rooms a wider name does not open: who may enter names them. */
export const closedRooms = ['shared/node', 'shared/upload'];

/** @type {readonly import('./layers/layer.mjs').Layer[]} */
export const layers = [...shared, ...electron, ...screens, ...renderer, ...central, ...tools];
