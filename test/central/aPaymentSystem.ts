/** Whoever pays, on a loopback port: verifies signatures, remembers keys, misbehaves on demand. */
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

export type PaymentSystem = {
  readonly url: string;
  readonly secret: string;
  /** Keys of the instructions that arrived, one per POST. */
  readonly instructed: string[];
  readonly bodies: unknown[];
  lookUps: number;
  /** How it treats the next requests. */
  mood: 'well' | 'losesAnswers' | 'refuses' | 'breaks' | 'cannotBeAsked' | 'isElsewhere';
  close(): Promise<void>;
};

export async function aPaymentSystem(): Promise<PaymentSystem> {
  const secret = `whsec_${Buffer.from('a secret of twenty-four..').toString('base64')}`;
  const verifier = new Webhook(secret);
  const known = new Set<string>();
  const refused = new Set<string>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const answer = (status: number, body: object) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      const signed = text === '' ? '{}' : text;
      try {
        if (request.method === 'POST') verifier.verify(signed, headers);
      } catch {
        answer(401, {});
        return;
      }
      if (request.method === 'GET') {
        system.lookUps += 1;
        const key = new URL(request.url ?? '', 'http://here').searchParams.get('key') ?? '';
        if (system.mood === 'cannotBeAsked' || system.mood === 'isElsewhere')
          answer(404, { error: 'no such page' });
        else if (known.has(key)) answer(200, { state: 'acknowledged' });
        else if (refused.has(key)) answer(200, { state: 'failed', why: 'no such account' });
        else answer(404, { state: 'absent' });
        return;
      }
      if (system.mood === 'isElsewhere') {
        answer(404, {});
        return;
      }
      if (system.mood === 'breaks') {
        answer(500, {});
        return;
      }
      if (system.mood === 'refuses') {
        refused.add(headers['webhook-id'] ?? '');
        answer(422, {});
        return;
      }
      const key = headers['webhook-id'] ?? '';
      system.instructed.push(key);
      system.bodies.push(JSON.parse(text));
      known.add(key);
      if (system.mood === 'well') answer(200, {});
      else request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const system: PaymentSystem = {
    url: `http://127.0.0.1:${port}/refunds`,
    secret,
    instructed: [],
    bodies: [],
    lookUps: 0,
    mood: 'well',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return system;
}
