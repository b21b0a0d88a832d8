import { expect, test } from 'vitest';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { noteFigures, rounds } from '../figures.ts';
import { mostAccepted, sendPhotos } from './photosOverTrouble.ts';

const bin = findPostgres();
const photos = rounds(500);

test.skipIf(bin === null)(
  `${photos} photos over cuts, kills of central and restarts of the station arrive whole`,
  async () => {
    const server = await startPostgres(bin ?? '');
    try {
      const sent = await sendPhotos(
        await server.createDatabase(),
        photos,
        Math.max(2, Math.floor(photos / 10)),
      );
      const { bytesNeeded, bytesSent, bytesAccepted, ...counted } = sent;
      const ratio = bytesSent / bytesNeeded;
      await noteFigures(13, 'photos over cuts, kills and restarts', {
        ...counted,
        'bytes sent / needed': ratio.toFixed(3),
        'bytes accepted / needed': (bytesAccepted / bytesNeeded).toFixed(3),
      });
      expect(sent.whole).toBe(photos);
      expect(sent.bytesAccepted).toBeLessThanOrEqual(mostAccepted(sent));
    } finally {
      await server.stop();
    }
  },
);
