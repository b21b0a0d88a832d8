/** Stands on a line of central's, to its database or to whoever pays, and sees each piece before it goes on. */
import { connect, createServer, type Socket } from 'node:net';

export type LineTap = {
  readonly port: number;
  close(): Promise<void>;
};

/** `goesOn` is asked about each piece, in either direction; false: it does not, and the line breaks. */
export async function lineTap(to: string, goesOn: () => boolean): Promise<LineTap> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: Number(new URL(to).port) });
    const cut = () => {
      near.destroy();
      far.destroy();
    };
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', cut);
      from.on('close', () => {
        open.delete(from);
        cut();
      });
      from.on('data', (piece: Buffer) => {
        if (goesOn()) onto.write(piece);
        else cut();
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const own = server.address();
  return {
    port: own !== null && typeof own === 'object' ? own.port : 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** The same address at another port. */
export function throughPort(address: string, port: number): string {
  const url = new URL(address);
  url.port = String(port);
  return url.href;
}
