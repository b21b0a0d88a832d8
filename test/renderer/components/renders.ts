/** How often each component was drawn, as React itself tells its tools; their names are those in the source. */
type Fiber = {
  readonly tag: number;
  readonly flags: number;
  readonly type: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
};

const hook = '__REACT_DEVTOOLS_GLOBAL_HOOK__';
let counted: Map<string, number> | null = null;

/** Once in a process, before React's own renderer is loaded. */
export function listenToReact(): void {
  if (Reflect.has(globalThis, hook)) return;
  Object.defineProperty(globalThis, hook, {
    value: {
      supportsFiber: true,
      isDisabled: false,
      inject: () => 1,
      onCommitFiberRoot(_: number, root: { readonly current: Fiber }) {
        if (counted) walk(root.current, counted);
      },
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  });
}

/** From here on; ask what comes back for a component by its name. */
export function countRenders(): (component: string) => number {
  const own = new Map<string, number>();
  counted = own;
  return (component) => own.get(component) ?? 0;
}

function walk(first: Fiber | null, into: Map<string, number>): void {
  for (let fiber = first; fiber !== null; fiber = fiber.sibling) {
    const isNew = fiber.alternate === null;
    if (isComponent(fiber) && (isNew || (fiber.flags & 1) === 1)) {
      const name = nameOf(fiber.type);
      into.set(name, (into.get(name) ?? 0) + 1);
    }
    // The very same children were not looked at.
    if (isNew || fiber.child !== fiber.alternate?.child) walk(fiber.child, into);
  }
}

/** A function, also one with a forwarded ref, or one kept as long as its properties are. */
function isComponent({ tag }: Fiber): boolean {
  return [0, 11, 15].includes(tag);
}

function nameOf(type: unknown): string {
  if (typeof type === 'function') return type.name;
  const inner: unknown =
    typeof type === 'object' && type !== null
      ? (Reflect.get(type, 'render') ?? Reflect.get(type, 'type'))
      : null;
  return typeof inner === 'function' ? inner.name : '?';
}
