import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { keepTidy } from './keepTidy.ts';

/** A network of its own inside this machine: one network namespace for each place, one cable each. */
export type SmallNetwork = {
  readonly address: (place: string) => string;
  /** Words before a command that is to run there. */
  readonly within: (place: string) => readonly string[];
  /** The cable is out. */
  readonly unplug: (place: string) => Promise<void>;
  /** What `from` sends to `to` never arrives; the other direction works. */
  readonly silence: (from: string, to: string) => Promise<void>;
  /** A narrow line, this many kilobits per second each way. */
  readonly narrow: (place: string, kilobits: number) => Promise<void>;
  /** Takes back everything done to the network since the last time. */
  readonly heal: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

const run = promisify(execFile);

/** Why there are no network namespaces here, printed too; null when there are. */
export function whyNoNamespaces(): string | null {
  const why = lookForNamespaces();
  if (why !== null) process.stderr.write(`Skipped: no partitions in network namespaces, ${why}.\n`);
  return why;
}

function lookForNamespaces(): string | null {
  if (process.platform !== 'linux') return 'they are Linux’s';
  if (process.getuid?.() !== 0) return 'only root may make them';
  const tried = `quayside-${process.pid}-try`;
  const made = spawnSync('ip', ['netns', 'add', tried], { encoding: 'utf8' });
  if (made.error) return 'ip and tc are not installed (Debian: apt-get install iproute2)';
  if (made.status !== 0) return `this machine does not allow them (${made.stderr.trim()})`;
  const bridge = spawnSync('ip', ['-n', tried, 'link', 'add', 'name', 'hub', 'type', 'bridge'], {
    encoding: 'utf8',
  });
  spawnSync('ip', ['netns', 'del', tried]);
  return bridge.status === 0 ? null : `this kernel has no bridge (${bridge.stderr.trim()})`;
}

export async function makeNetwork(places: readonly string[]): Promise<SmallNetwork> {
  const nameOf = (place: string) => `quayside-${process.pid}-${place}`;
  const hub = nameOf('hub');
  const keeper = keepTidy(removal, [hub, ...places.map(nameOf)]);
  const address = (place: string) => `10.99.0.${places.indexOf(place) + 1}`;
  let undo: (readonly string[])[] = [];

  async function doAndRemember(command: readonly string[], back: readonly string[]): Promise<void> {
    await words(command);
    undo.unshift(back);
  }
  const atHub = (place: string) => ['dev', `to-${place}`] as const;

  try {
    await words(['ip', 'netns', 'add', hub]);
    await words(['ip', '-n', hub, 'link', 'add', 'name', 'bridge', 'type', 'bridge']);
    await words(['ip', '-n', hub, 'link', 'set', 'bridge', 'up']);
    for (const place of places) {
      const [at, port] = [nameOf(place), `to-${place}`];
      await words(['ip', 'netns', 'add', at]);
      const cable = ['type', 'veth', 'peer', 'name', 'eth0', 'netns', at];
      await words(['ip', '-n', hub, 'link', 'add', port, ...cable]);
      await words(['ip', '-n', hub, 'link', 'set', port, 'master', 'bridge', 'up']);
      await words(['ip', '-n', at, 'addr', 'add', `${address(place)}/24`, 'dev', 'eth0']);
      await words(['ip', '-n', at, 'link', 'set', 'lo', 'up']);
      await words(['ip', '-n', at, 'link', 'set', 'eth0', 'up']);
    }
  } catch (error) {
    await keeper.tidy();
    throw error;
  }

  return {
    address,
    within: (place) => ['ip', 'netns', 'exec', nameOf(place)],
    async unplug(place) {
      const cable = ['ip', '-n', hub, 'link', 'set', ...atHub(place)];
      await doAndRemember([...cable, 'down'], [...cable, 'up']);
    },
    async silence(from, to) {
      const route = (verb: string) => ['ip', '-n', nameOf(from), 'route', verb, 'blackhole'];
      const target = `${address(to)}/32`;
      await doAndRemember([...route('add'), target], [...route('del'), target]);
    },
    async narrow(place, kilobits) {
      const line = ['root', 'tbf', 'rate', `${kilobits}kbit`, 'burst', '4kb', 'latency', '400ms'];
      const ends = [
        [hub, ...atHub(place)],
        [nameOf(place), 'dev', 'eth0'],
      ] as const;
      for (const [namespace, ...device] of ends) {
        const queue = (verb: string) => ['tc', '-n', namespace, 'qdisc', verb, ...device];
        await doAndRemember([...queue('add'), ...line], [...queue('del'), 'root']);
      }
    },
    async heal() {
      const back = undo;
      undo = [];
      for (const command of back) await words(command);
    },
    remove: keeper.tidy,
  };
}

async function words([command = '', ...args]: readonly string[]): Promise<void> {
  await run(command, args);
}

/** Takes namespaces away and whatever runs in them. */
const removal = `for n in "$@"; do
  for p in $(ip netns pids "$n" 2> /dev/null); do kill -9 "$p"; done
  ip netns del "$n" 2> /dev/null
done`;
