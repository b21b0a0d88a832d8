import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The cable between a station and central: a loopback port that can be cut and mended. */
export type CuttableLine = {
  readonly url: string;
  /** Every connection ends at once and new ones are refused. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
};

export async function layLine(centralUrl: string): Promise<CuttableLine> {
  const central = new URL(centralUrl);
  const open = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;
  const mend = async (): Promise<void> => {
    if (server) return;
    const listening = createServer((near) => {
      const far = connect(Number(central.port), central.hostname);
      for (const end of [near, far]) {
        open.add(end);
        end.once('close', () => {
          open.delete(end);
          near.destroy();
          far.destroy();
        });
        end.on('error', () => end.destroy());
      }
      near.pipe(far).pipe(near);
    });
    server = listening;
    await new Promise<void>((resolve, reject) => {
      listening.once('error', reject);
      listening.listen(port, '127.0.0.1', resolve);
    });
    port = (listening.address() as AddressInfo).port;
  };
  await mend();
  return {
    url: `http://127.0.0.1:${port}`,
    mend,
    async cut() {
      const closing = server;
      server = null;
      for (const end of open) end.destroy();
      if (closing) await new Promise((resolve) => closing.close(resolve));
    },
  };
}
