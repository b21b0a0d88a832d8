/** Stands between a station and central on loopback and mistreats the bytes of single requests. */
import { connect, createServer, type Socket } from 'node:net';

export type Fault =
  | { readonly kind: 'none' }
  /** The line breaks after this many bytes of the request, or of its answer. */
  | { readonly kind: 'cutUp' | 'cutDown'; readonly after: number }
  /** Nothing arrives and nothing is said, for ever or until the line breaks at last. */
  | { readonly kind: 'blackHole'; readonly forMs: number | null }
  /** A few bytes at a time. */
  | { readonly kind: 'drip'; readonly bytes: number }
  /** The whole request arrives a second time, on a line of its own. */
  | { readonly kind: 'twice' }
  /** Central hears the end in the middle of the request; the line back stays open. */
  | { readonly kind: 'halfClose'; readonly after: number }
  /** Central did what was asked; the answer never comes. */
  | { readonly kind: 'answerLost' };

export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  /** Head and body. */
  readonly length: number;
};

export type FaultProxy = {
  readonly url: string;
  /** Where requests go from now on. */
  target: string;
  /** Decides about each request as its head arrives. */
  fault: (request: SeenRequest) => Fault;
  /** Bytes handed on towards central, by "METHOD /path" with the last segment of uploads left out. */
  readonly handedOn: Map<string, number>;
  /** Of these, the bytes of requests that central said yes to. */
  readonly accepted: Map<string, number>;
  /** Faults that happened, by kind. */
  readonly happened: Map<Fault['kind'], number>;
  readonly requests: SeenRequest[];
  /** From now on all is well; what hung is broken off. */
  heal(): void;
  close(): Promise<void>;
};

type Passing = SeenRequest & { readonly fault: Fault; sent: number; answered: number };

const headEnd = '\r\n\r\n';
const drops = new Set<Fault['kind']>(['blackHole']);
const saysYes = (answer: Buffer) => answer.subarray(0, 10).toString('latin1') === 'HTTP/1.1 2';

export async function faultProxy(target: string): Promise<FaultProxy> {
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  const upstream = () => {
    const { hostname, port } = new URL(proxy.target);
    return keep(connect({ host: hostname, port: Number(port), allowHalfOpen: true }));
  };

  const server = createServer({ allowHalfOpen: true }, (client) => pass(keep(client)));

  function pass(client: Socket): void {
    const central = upstream();
    let head: Buffer = Buffer.alloc(0);
    let request: Passing | null = null;
    let whole: Buffer[] = [];
    const cut = () => {
      client.destroy();
      central.destroy();
    };

    client.on('data', (data: Buffer) => {
      let rest = data;
      while (rest.length > 0) {
        if (!request || request.sent === request.length) {
          head = Buffer.concat([head, rest]);
          const end = head.indexOf(headEnd);
          if (end < 0) return;
          request = begin(head.subarray(0, end + headEnd.length).toString('latin1'));
          whole = [];
          rest = head;
          head = Buffer.alloc(0);
        }
        const part = rest.subarray(0, request.length - request.sent);
        rest = rest.subarray(part.length);
        handOn(request, part);
      }
    });

    function handOn(passing: Passing, part: Buffer): void {
      const { fault } = passing;
      const before = passing.sent;
      passing.sent += part.length;
      if (drops.has(fault.kind)) return;
      const most = fault.kind === 'cutUp' || fault.kind === 'halfClose' ? fault.after : Infinity;
      const through = part.subarray(0, Math.max(0, Math.min(part.length, most - before)));
      count(proxy.handedOn, passing, through.length);
      if (fault.kind === 'drip') drip(through, fault.bytes);
      else if (through.length > 0) central.write(through);
      if (passing.sent > most) {
        if (fault.kind === 'halfClose') central.end();
        else cut();
      }
      if (fault.kind !== 'twice') return;
      whole.push(part);
      if (passing.sent === passing.length) again(Buffer.concat(whole), passing);
    }

    let dripping: Promise<void> = Promise.resolve();
    function drip(bytes: Buffer, atOnce: number): void {
      dripping = dripping.then(async () => {
        for (let at = 0; at < bytes.length && !central.destroyed; at += atOnce) {
          central.write(bytes.subarray(at, at + atOnce));
          await new Promise(setImmediate);
        }
      });
    }

    function begin(text: string): Passing {
      const [method = '', path = ''] = text.split(' ', 2);
      const length = text.length + Number(/^content-length: *(\d+)/im.exec(text)?.[1] ?? 0);
      const seen: SeenRequest = { method, path: path.split('?')[0] ?? '', length };
      const fault = proxy.fault(seen);
      proxy.requests.push(seen);
      proxy.happened.set(fault.kind, (proxy.happened.get(fault.kind) ?? 0) + 1);
      if (fault.kind === 'blackHole' && fault.forMs !== null) setTimeout(cut, fault.forMs).unref();
      return { ...seen, fault, sent: 0, answered: 0 };
    }

    central.on('data', (data: Buffer) => {
      const fault: Fault = request?.fault ?? { kind: 'none' };
      if (fault.kind === 'answerLost') {
        cut();
        return;
      }
      const most = fault.kind === 'cutDown' ? fault.after : Infinity;
      const before = request?.answered ?? 0;
      if (request?.answered === 0 && saysYes(data)) count(proxy.accepted, request, request.sent);
      if (request) request.answered += data.length;
      client.write(data.subarray(0, Math.max(0, Math.min(data.length, most - before))));
      if (before + data.length > most) cut();
    });
    client.on('end', () => central.end());
    central.on('end', () => client.end());
    client.on('close', () => {
      if (request?.fault.kind !== 'twice') central.destroy();
    });
    central.on('close', () => {
      if (!drops.has(request?.fault.kind ?? 'none')) client.destroy();
    });
  }

  function again(bytes: Buffer, passing: Passing): void {
    const second = upstream();
    second.on('data', () => second.end());
    count(proxy.handedOn, passing, bytes.length);
    second.write(bytes);
  }

  function count(counts: Map<string, number>, { method, path }: SeenRequest, bytes: number): void {
    const key = `${method} ${path.replace(/^(\/central\/photos)\/.+/, '$1/:upload')}`;
    counts.set(key, (counts.get(key) ?? 0) + bytes);
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    target,
    fault: () => ({ kind: 'none' }),
    handedOn: new Map(),
    accepted: new Map(),
    happened: new Map(),
    requests: [],
    heal() {
      proxy.fault = () => ({ kind: 'none' });
      for (const socket of open) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
  return proxy;
}
