import helmet from '@fastify/helmet';
import serveFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Deps } from './central.ts';

/** The page itself, below `/office/`: files of one build and nothing else, under a policy without exceptions. */
export async function pageRoutes(
  app: FastifyInstance,
  { page, door }: Pick<Deps, 'page' | 'door'>,
): Promise<void> {
  if (page === null) return;
  await app.register(async (files) => {
    await files.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          'style-src': ["'self'"],
          'img-src': ["'self'"],
          'font-src': ["'self'"],
          'connect-src': ["'self'"],
          'base-uri': ["'none'"],
          'form-action': ["'none'"],
          'frame-ancestors': ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: door.tls === null ? false : { maxAge: 31_536_000 },
    });
    files.get('/office', { schema: { hide: true } }, (_request, reply) =>
      reply.redirect('/office/'),
    );
    await files.register(serveFiles, {
      root: page,
      prefix: '/office/',
      // Only what is there at the start has an address.
      wildcard: false,
      index: ['office.html'],
      cacheControl: false,
      setHeaders: (reply, file) => {
        const isNamedByContent = /\/assets\/[^/]+$/.test(file);
        const kept = isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache';
        void reply.header('cache-control', kept);
      },
    });
  });
}
