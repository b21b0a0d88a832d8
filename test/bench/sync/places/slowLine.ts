/** A link like a warehouse's: everything that goes up shares 20 Mbit/s, and each way takes 10 ms. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

const bytesPerMs = 20_000_000 / 8 / 1000;
const delayMs = 10;

export async function slowLine(to: string): Promise<{ url: string; close: () => void }> {
  const { port, hostname } = new URL(to);
  const open = new Set<Socket>();
  let freeAt = 0;

  /** In turns: a connection is read on only when its last piece has gone. */
  function up(near: Socket, far: Socket): void {
    near.on('data', (piece) => {
      near.pause();
      freeAt = Math.max(performance.now(), freeAt) + piece.length / bytesPerMs;
      const wait = Math.max(0, freeAt - performance.now());
      setTimeout(() => near.resume(), wait);
      setTimeout(() => far.write(piece), wait + delayMs);
    });
  }

  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      open.add(end);
      end.setNoDelay(true);
      end.on('error', () => end.destroy());
      end.once('close', () => {
        open.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    up(near, far);
    far.on('data', (piece) => setTimeout(() => near.write(piece), delayMs));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      for (const end of open) end.destroy();
    },
  };
}
