import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { type OwnCertificate, ownCertificate } from './ownCertificate.ts';

/** Who answers where central should. */
export type Stranger =
  | 'loginPage'
  | 'redirectToLogin'
  | 'networkAuthentication'
  | 'untrusted'
  | 'otherHost';

export type StrangeLine = {
  readonly url: string;
  /** What a station has to be told to believe the true central. */
  readonly spki: string;
  /** From now on this one answers; every connection ends. */
  readonly letAnswer: (who: 'central' | Stranger) => void;
  /** Questions strangers were asked since they began to answer. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
};

const loginPage = '<!doctype html><title>Wi-Fi</title><form><button>Sign in</button></form>';

/** As networks do that want a sign-in of their own. */
const strangers: Readonly<Record<Stranger, RequestListener>> = {
  loginPage: (_asked, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html' }).end(loginPage),
  redirectToLogin: (_asked, answer) =>
    answer.writeHead(302, { location: 'http://127.0.0.1:1/login' }).end(),
  networkAuthentication: (_asked, answer) =>
    answer.writeHead(511, { 'content-type': 'text/html' }).end(loginPage),
  untrusted: (_asked, answer) => answer.writeHead(200).end('{}'),
  otherHost: (_asked, answer) => answer.writeHead(200).end('{}'),
};

/** TLS in front of a central, on one port at which strangers may answer in its place. */
export async function layStrangeLine(centralUrl: string): Promise<StrangeLine> {
  const central = new URL(centralUrl);
  const own = ownCertificate({ ip: '127.0.0.1' });
  const open = new Set<Socket>();
  let asked = 0;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const through = createTlsServer(own, (near) => {
    const far = connect(Number(central.port), central.hostname);
    keep(far);
    near.on('error', () => far.destroy());
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  const answering = (who: Stranger, certificate: OwnCertificate): TlsServer => {
    const http = createHttpServer((question, answer) => {
      asked += 1;
      question.resume();
      strangers[who](question, answer);
    });
    const server = createTlsServer(certificate, (socket) => http.emit('connection', socket));
    // A certificate that is not believed ends the connection before anything is asked.
    server.on('tlsClientError', () => {
      asked += 1;
    });
    return server;
  };
  const servers: Readonly<Record<'central' | Stranger, TlsServer>> = {
    central: through,
    loginPage: answering('loginPage', own),
    redirectToLogin: answering('redirectToLogin', own),
    networkAuthentication: answering('networkAuthentication', own),
    untrusted: answering('untrusted', ownCertificate({ ip: '127.0.0.1' })),
    otherHost: answering('otherHost', ownCertificate({ dns: 'printer.example' })),
  };
  let who: 'central' | Stranger = 'central';
  const listening = createServer((socket) => {
    keep(socket);
    servers[who].emit('connection', socket);
  });
  await new Promise<void>((resolve, reject) => {
    listening.once('error', reject);
    listening.listen(0, '127.0.0.1', resolve);
  });
  const hangUp = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `https://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    spki: own.spki,
    letAnswer(next) {
      who = next;
      asked = 0;
      hangUp();
    },
    asked: () => asked,
    async close() {
      hangUp();
      await new Promise((resolve) => listening.close(resolve));
    },
  };
}
