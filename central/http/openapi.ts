import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** The contract as OpenAPI, made from the same schemas the routes are made from. */
export async function publishOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Quayside central',
        version,
        description:
          'What a station says to central. Photo bytes travel by tus 1.0 at /central/photos with ' +
          'the metadata sha256 (hex) and mediaType.',
      },
      components: {
        securitySchemes: {
          station: { type: 'http', scheme: 'bearer', description: "A station's token" },
          admin: { type: 'http', scheme: 'bearer', description: 'The admin token' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/central/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
