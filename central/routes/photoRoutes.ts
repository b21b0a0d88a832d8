import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { photoPath, photoUploadPath, shownPhotoPath } from '../../shared/sync/centralApi.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import type { CallingStation, TokenUse } from '../people/tokenRows.ts';
import { photoForSite, verifiedAmong } from '../photos/photoRows.ts';
import { shownPhoto } from '../uploads/shownPhoto.ts';
import type { Central } from './central.ts';

/** Whatever the bytes are, nothing in them runs. */
const inert = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
} as const;

const Params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** Photo bytes in, by tus, and out, by hash. */
export function photoRoutes(app: FastifyInstance, central: Central): void {
  const { database, gates, photos, uploads } = central;

  serveRoute(app, 'photoStates', gates, async ({ body, station }) => {
    const verified = await verifiedAmong(database.rows, body.sha256, station.siteId);
    return {
      photos: body.sha256.map((sha256) => ({
        sha256,
        state: verified.has(sha256) ? 'verified' : 'missing',
      })),
    };
  });

  const callers = new WeakMap<FastifyRequest, CallingStation>();
  const letInFor = (use: TokenUse) => async (request: FastifyRequest, reply: FastifyReply) => {
    callers.set(request, await gates.station(request, reply, use, 'pictures'));
  };
  const letIn = letInFor('work');
  const callerIn = (request: FastifyRequest): CallingStation => {
    const station = callers.get(request);
    if (!station) throw new ApiRefusal('unauthorised', 'A station token is needed');
    return station;
  };

  app.get(photoPath(':sha256'), {
    schema: {
      params: Params,
      summary: 'A photo as it was taken, by its hash: evidence to save, never to open.',
      security: [{ station: [] }],
    },
    preParsing: letIn,
    handler: async (request, reply) => {
      const { sha256 } = Params.parse(request.params);
      const known = await photoForSite(database.rows, sha256, callerIn(request).siteId);
      const photo = known && (await photos.read(sha256));
      if (!known || !photo) throw new ApiRefusal('notFound', 'No such photo');
      return reply
        .headers({
          'content-type': known.mediaType,
          'content-length': photo.bytes,
          'cache-control': 'private, max-age=31536000, immutable',
          'content-disposition': `attachment; filename="${sha256}"`,
          ...inert,
          etag: `"${sha256}"`,
        })
        .send(photo.stream);
    },
  });

  app.get(shownPhotoPath(':sha256'), {
    schema: {
      params: Params,
      summary: 'What pages show of a photo, by the hash of the original: encoded again by central.',
      security: [{ station: [] }],
    },
    preParsing: letIn,
    handler: async (request, reply) => {
      const { sha256 } = Params.parse(request.params);
      const shown = await shownPhoto({ ...central, store: photos }, callerIn(request), sha256);
      return reply
        .headers({
          'content-type': 'image/jpeg',
          'content-length': shown.bytes,
          'cache-control': 'private, max-age=86400',
          ...inert,
          etag: `"${shown.sha256}"`,
        })
        .send(shown.stream);
    },
  });

  // Its own scope: these bodies are for tus to read, not for Fastify.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) =>
      done(null),
    );
    for (const url of [photoUploadPath, `${photoUploadPath}/:upload`])
      scope.route({
        method: ['POST', 'HEAD', 'PATCH'],
        url,
        schema: { hide: true },
        preParsing: letInFor('handIn'),
        handler: async (request, reply) => {
          reply.hijack();
          await uploads.handle(callerIn(request), request.raw, reply.raw);
        },
      });
  });
}
