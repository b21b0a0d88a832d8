/**
 * A small service that speaks as much of the S3 protocol as photos need, on a loopback port: no
 * real one can be had on a machine without network. It insists on what a real one insists on
 * where that has bitten others: parts in order, none but the last below 5 MiB, no unknown
 * encoding of a body, no answer to an unsigned question.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BucketPlace } from '../../../central/photos/bucketPhotos.ts';

type Stored = { readonly bytes: Buffer; readonly headers: Record<string, string>; at: Date };
type Upload = {
  readonly key: string;
  readonly parts: Map<number, Buffer>;
  readonly begun: Date;
};

export type ObjectStore = {
  readonly endpoint: string;
  readonly bucket: string;
  /** What it holds, by key. */
  readonly objects: ReadonlyMap<string, { readonly bytes: Buffer; at: Date }>;
  /** Answers so many of the next questions with "slow down", as a busy service does. */
  beBusy(questions: number): void;
  close(): Promise<void>;
};

/** Where photos go, for a central; the keys are any, the service only asks for a signature. */
export function placeIn({ bucket, endpoint }: ObjectStore): BucketPlace {
  process.env['AWS_ACCESS_KEY_ID'] = 'a-key';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'a-secret';
  return { kind: 'bucket', bucket, endpoint, region: 'us-east-1' };
}

const smallestPart = 5 * 1024 * 1024;

export async function anObjectStore(bucket = 'photos'): Promise<ObjectStore> {
  const objects = new Map<string, Stored>();
  const uploads = new Map<string, Upload>();
  let busyFor = 0;

  const server = createServer((request, reply) => {
    answer(request, reply).catch((error: unknown) => {
      say(reply, 500, xmlError('InternalError', String(error)));
    });
  });

  async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://bucket');
    const body = await bytesOf(request);
    if (busyFor > 0) {
      busyFor -= 1;
      return say(reply, 503, xmlError('SlowDown', 'Please reduce your request rate'));
    }
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential='))
      return say(reply, 403, xmlError('AccessDenied', 'Not signed'));
    if (request.headers['content-encoding'] === 'aws-chunked')
      return say(reply, 501, xmlError('NotImplemented', 'aws-chunked'));
    const [, named = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    if (named !== bucket) return say(reply, 404, xmlError('NoSuchBucket', named));
    const key = rest.join('/');
    const asked = url.searchParams;
    if (key === '') return ofBucket(request.method ?? '', asked, body, reply);
    if (asked.has('uploads') || asked.has('uploadId'))
      return ofUpload(request.method ?? '', key, asked, body, reply);
    return ofObject(request, key, body, reply);
  }

  function ofBucket(method: string, asked: URLSearchParams, body: Buffer, reply: ServerResponse) {
    if (method === 'HEAD') return say(reply, 200, '');
    if (method === 'POST' && asked.has('delete')) {
      const keys = [...body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(
        ([, key]) => key ?? '',
      );
      for (const key of keys) objects.delete(key);
      return say(
        reply,
        200,
        xml(
          'DeleteResult',
          keys.map((key) => xml('Deleted', xml('Key', key))),
        ),
      );
    }
    if (method === 'GET' && asked.has('uploads'))
      return say(
        reply,
        200,
        xml(
          'ListMultipartUploadsResult',
          [...uploads].map(([id, { key, begun }]) =>
            xml('Upload', [
              xml('Key', key),
              xml('UploadId', id),
              xml('Initiated', begun.toISOString()),
            ]),
          ),
        ),
      );
    const atTop = [...objects].filter(([key]) => !key.includes(asked.get('delimiter') ?? '\0'));
    return say(
      reply,
      200,
      xml(
        'ListBucketResult',
        atTop.map(([key, { at }]) =>
          xml('Contents', [xml('Key', key), xml('LastModified', at.toISOString())]),
        ),
      ),
    );
  }

  function ofUpload(
    method: string,
    key: string,
    asked: URLSearchParams,
    body: Buffer,
    reply: ServerResponse,
  ) {
    if (method === 'POST' && asked.has('uploads')) {
      const id = randomUUID();
      uploads.set(id, { key, parts: new Map(), begun: new Date() });
      return say(
        reply,
        200,
        xml('InitiateMultipartUploadResult', [xml('Key', key), xml('UploadId', id)]),
      );
    }
    const id = asked.get('uploadId') ?? '';
    const upload = uploads.get(id);
    if (upload?.key !== key) return say(reply, 404, xmlError('NoSuchUpload', id));
    if (method === 'PUT') {
      upload.parts.set(Number(asked.get('partNumber')), body);
      return say(reply, 200, '', { etag: tagOf(body) });
    }
    const parts = [...upload.parts].sort(([a], [b]) => a - b);
    if (method === 'GET')
      return say(
        reply,
        200,
        xml(
          'ListPartsResult',
          parts.map(([number, bytes]) =>
            xml('Part', [
              xml('PartNumber', String(number)),
              xml('ETag', tagOf(bytes)),
              xml('Size', String(bytes.length)),
            ]),
          ),
        ),
      );
    if (method === 'POST') {
      if (parts.slice(0, -1).some(([, bytes]) => bytes.length < smallestPart))
        return say(reply, 400, xmlError('EntityTooSmall', key));
      if (parts.length === 0) return say(reply, 400, xmlError('MalformedXML', 'no parts'));
      const whole = Buffer.concat(parts.map(([, bytes]) => bytes));
      objects.set(key, { bytes: whole, headers: {}, at: new Date() });
    }
    uploads.delete(id);
    return say(reply, 200, xml('CompleteMultipartUploadResult', xml('Key', key)));
  }

  function ofObject(request: IncomingMessage, key: string, body: Buffer, reply: ServerResponse) {
    if (request.method === 'PUT') {
      const from = request.headers['x-amz-copy-source'];
      const [, ...source] = decodeURIComponent(String(from ?? '')).split('/');
      const copied = objects.get(source.join('/'));
      if (from !== undefined && !copied) return say(reply, 404, xmlError('NoSuchKey', key));
      const own = Object.entries(request.headers).filter(([name]) =>
        name.startsWith('x-amz-meta-'),
      );
      const headers = Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
      objects.set(key, copied ?? { bytes: body, headers, at: new Date() });
      return say(reply, 200, from === undefined ? '' : xml('CopyObjectResult', ''));
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return say(reply, 204, '');
    }
    const found = objects.get(key);
    if (!found) return say(reply, 404, request.method === 'HEAD' ? '' : xmlError('NoSuchKey', key));
    const { bytes, headers, at } = found;
    return say(reply, 200, bytes, { ...headers, 'last-modified': at.toUTCString() });
  }

  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    objects,
    beBusy(questions) {
      busyFor = questions;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

function say(
  reply: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  reply.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  reply.end(body);
}

function xml(name: string, inner: string | readonly string[]): string {
  return `<${name}>${typeof inner === 'string' ? inner : inner.join('')}</${name}>`;
}

function xmlError(code: string, message: string): string {
  return xml('Error', [xml('Code', code), xml('Message', message)]);
}

function tagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
