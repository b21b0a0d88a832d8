/** Runs in the page before its own scripts, and stands alone there: how much work a scan is, in counts. */
export type Counts = {
  /** Requests put to IndexedDB. */
  readonly requests: number;
  /** Times React brought the page up to date. */
  readonly commits: number;
  /** Components that ran in them. */
  readonly renders: number;
};

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- a global merges only as an interface
  interface Window {
    /** Since the last call. */
    benchCounts?: () => Counts;
  }
}

type Fiber = {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
};

export function installCounts(): void {
  let requests = 0;
  let commits = 0;
  let renders = 0;

  const methods = ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'openKeyCursor'];
  const writes = ['put', 'add', 'delete', 'clear'];
  for (const [prototype, names] of [
    [IDBObjectStore.prototype, [...methods, ...writes]],
    [IDBIndex.prototype, methods],
  ] as const)
    for (const name of names) {
      const own: unknown = Reflect.get(prototype, name);
      if (typeof own !== 'function') continue;
      Reflect.set(prototype, name, function counted(this: unknown, ...args: unknown[]) {
        requests += 1;
        return Reflect.apply(own, this, args) as unknown;
      });
    }

  // What React itself asks for, so that tools can look on; components are tags 0 (function), 11 and 15.
  const isComponent = (fiber: Fiber) => [0, 11, 15].includes(fiber.tag);
  const hasWorked = (fiber: Fiber) => (fiber.flags & 1) === 1;
  const walk = (first: Fiber | null): void => {
    for (let fiber = first; fiber !== null; fiber = fiber.sibling) {
      if (isComponent(fiber) && (fiber.alternate === null || hasWorked(fiber))) renders += 1;
      // The very same children were not looked at.
      if (fiber.alternate === null || fiber.child !== fiber.alternate.child) walk(fiber.child);
    }
  };
  Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    value: {
      supportsFiber: true,
      isDisabled: false,
      inject: () => 1,
      onCommitFiberRoot(_: number, root: { readonly current: Fiber }) {
        commits += 1;
        walk(root.current);
      },
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  });

  window.benchCounts = () => {
    const counts = { requests, commits, renders };
    requests = 0;
    commits = 0;
    renders = 0;
    return counts;
  };
}
