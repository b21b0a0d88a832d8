import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import { isIP, type Socket } from 'node:net';
import { hostname } from 'node:os';
import type { FastifyRequest } from 'fastify';
import { ApiRefusal } from './apiError.ts';

/** At which door central listens. */
export type Door = {
  /** PEM; null: plain HTTP, behind a proxy that speaks TLS or on this machine alone. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Addresses (or networks) whose word on where a request came from is believed. */
  readonly trustedProxies: readonly string[];
  /** Names central is asked under, besides this machine's own and any bare address. */
  readonly hostNames: readonly string[];
  /** Connections of one address at a time. */
  readonly connectionsPerAddress: number;
};

export const ownDoor: Door = {
  tls: null,
  trustedProxies: [],
  hostNames: [],
  connectionsPerAddress: 512,
};

/** What was not sent within these is not waited for. The longest is a photo's largest piece over a slow line. */
const wholeRequestMs = 300_000;
const headersMs = 15_000;
/** Longer than a station's round: it asks again on the line it has, and never on one just being closed. */
const idleLineMs = 72_000;
const mostConnections = 4096;

/** A server that no number of half-sent requests of one address fills. */
export function serverAt(
  { tls, trustedProxies, connectionsPerAddress }: Door,
  handle: RequestListener,
): http.Server {
  const server = tls ? https.createServer({ ...tls }, handle) : http.createServer(handle);
  server.requestTimeout = wholeRequestMs;
  server.headersTimeout = headersMs;
  server.keepAliveTimeout = idleLineMs;
  server.maxConnections = mostConnections;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const from = networkOf(socket.remoteAddress ?? '');
    const count = (open.get(from) ?? 0) + 1;
    // All that comes through a proxy comes from its one address.
    if (trustedProxies.length === 0 && count > connectionsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(from, count);
    socket.once('close', () => {
      const left = (open.get(from) ?? 1) - 1;
      if (left === 0) open.delete(from);
      else open.set(from, left);
    });
  });
  return server;
}

/** Who holds an address holds its whole IPv6 network: limits count by that. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head.split(':').filter((part) => part !== '');
  const back = (tail ?? '').split(':').filter((part) => part !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array.from({ length: zeros }, () => '0'), ...back].slice(0, 4).join(':');
}

/**
 * A foreign page may let its own name point at this machine: what asks under a name that is none of
 * central's is not answered. Bare addresses cannot be so turned.
 */
export function refuseForeignHost({ hostNames }: Door, request: FastifyRequest): void {
  const asked = (request.raw.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  const isBare = isIP(asked.replace(/^\[|\]$/g, '')) !== 0;
  const own = ['localhost', hostname().toLowerCase(), ...hostNames.map((n) => n.toLowerCase())];
  if (!isBare && !own.includes(asked))
    throw new ApiRefusal(
      'badRequest',
      `no name of this central (--host-name): ${asked}`,
      undefined,
      {
        status: 421,
      },
    );
}
