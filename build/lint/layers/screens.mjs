/** @typedef {import('./layer.mjs').Layer} Layer */

import { react } from './layer.mjs';

/** What every screen is made of. */
const materials = [
  'renderer/workflow',
  'renderer/actions',
  'renderer/recording',
  'renderer/queries',
  'renderer/components',
  'renderer/session',
  'renderer/wording',
  'shared',
  'assets',
];

/**
 * One folder of screens, and the other screens it shows parts of.
 * @param {string} name
 * @param {{ readonly shows?: readonly string[], readonly may?: readonly string[],
 *   readonly packages?: readonly string[] }} [besides]
 * @returns {Layer}
 */
function screen(name, { shows = [], may = [], packages = [] } = {}) {
  return {
    files: `renderer/screens/${name}`,
    may: [...[name, ...shows].map((it) => `renderer/screens/${it}`), ...may, ...materials],
    packages: [...react, ...packages],
  };
}

/** @type {readonly Layer[]} */
export const screens = [
  screen('camera', { packages: ['react-webcam'] }),
  screen('photos'),
  screen('holds'),
  screen('handOver'),
  screen('inspections'),
  screen('policy', { may: ['renderer/explanations'] }),
  screen('refused', { shows: ['policy'] }),
  screen('portions', { shows: ['policy'] }),
  screen('report', { shows: ['policy'] }),
  screen('parcel', { shows: ['camera'] }),
  screen('blind', { shows: ['parcel', 'holds'] }),
  screen('dock', { shows: ['parcel', 'blind', 'camera', 'holds', 'enrolment'] }),
  screen('bench/finding', {
    shows: ['camera', 'photos', 'inspections', 'portions', 'policy'],
    packages: ['react-dom'],
  }),
  screen('bench', {
    shows: ['blind', 'camera', 'handOver', 'holds', 'inspections', 'policy', 'portions', 'report'],
  }),
  screen('desk/deciding', { packages: ['react-dom'], shows: ['policy'] }),
  screen('desk/openCase', {
    shows: ['desk/deciding', 'holds', 'inspections', 'policy', 'refused', 'report'],
  }),
  screen('desk/replay'),
  screen('desk/queue', { shows: ['blind'] }),
  screen('desk', { shows: ['blind'] }),
  screen('enrolment'),
  screen('signIn'),
  screen('printing'),
  screen('station', { shows: ['printing', 'refused'] }),
  screen('find', { shows: ['refused'] }),

  // What every place of work shares: scans routed, how many, what is said of a finding.
  {
    files: 'renderer/workflow',
    may: [
      'renderer/workflow',
      'renderer/actions',
      'renderer/recording',
      'renderer/queries',
      'renderer/components',
      'renderer/session',
      'renderer/wording',
      'shared',
    ],
    packages: react,
  },
];
