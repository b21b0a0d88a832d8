import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hasTooManyPixels } from '../../shared/facts/imageHeader.ts';
import { type KeptPicture, officeRoot } from '../../shared/office/officeApi.ts';
import { limits } from '../../shared/sync/centralApi.ts';
import { sitesNaming } from '../office/picturesNamedRows.ts';
import { inspectStream } from '../photos/foundPhoto.ts';
import { recordPhoto } from '../photos/photoRows.ts';
import { strikePhotos } from '../refunds/photoWaitRows.ts';
import type { Central } from './central.ts';
import { answerProblems, OfficeRefusal } from './officeProblems.ts';
import { read } from './officeRoutes.ts';

const Params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 digits of SHA-256') });
const types = ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'];

/**
 * Pictures of the company's own: of its articles, and what clients sent with an application. Under its
 * hash, so that whatever is sent again is there already. Sites see one as records name it.
 */
export async function pictureRoutes(app: FastifyInstance, central: Central): Promise<void> {
  const { database, gates, now, photos, refunds } = central;
  await app.register(async (pictures) => {
    answerProblems(pictures);
    pictures.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    const gate = {
      schema: { hide: true },
      bodyLimit: limits.photoBytes,
      preParsing: async (request: FastifyRequest) => {
        await gates.office(request, 'records');
      },
    };

    pictures.put(`${officeRoot}/pictures/:sha256`, gate, async (request, reply) => {
      const { sha256 } = read(Params, request.params);
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      const found = await inspectStream(once(bytes));
      if (found.header === null) throw wrong('This is no whole JPEG, PNG or WebP');
      if (hasTooManyPixels(found.header)) throw wrong('It has too many pixels');
      if (found.sha256 !== sha256) throw wrong(`Its SHA-256 is ${found.sha256}`);
      if (await photos.isNearlyFull()) throw new OfficeRefusal(507, 'The disk is nearly full', []);
      await photos.put(bytes);
      const { mediaType } = found.header;
      const kept: KeptPicture = { sha256, mediaType, bytes: found.bytes };
      await database.write(async (rows) => {
        await recordPhoto(rows, kept, await sitesNaming(rows, sha256), now());
        await strikePhotos(rows, sha256);
      });
      refunds.wake();
      void reply.code(201);
      return kept;
    });
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function wrong(says: string): OfficeRefusal {
  return new OfficeRefusal(400, says, [{ field: '', code: 'unreadable', says }]);
}
