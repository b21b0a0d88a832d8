/**
 * What of the browser only one place of the page may touch, by whatever name it is reached:
 * `fetch`, `window.fetch`, `globalThis['fetch']`, `const { fetch } = self`.
 *
 * @type {readonly { readonly names: readonly string[], readonly only: readonly string[],
 *   readonly why: string }[]}
 */
const guarded = [
  {
    names: [
      'fetch',
      'sendBeacon',
      'XMLHttpRequest',
      'WebSocket',
      'WebSocketStream',
      'WebTransport',
      'EventSource',
      'RTCPeerConnection',
    ],
    only: [
      'renderer/sync/transport/fetchFromCentral.ts',
      'renderer/office/asking/ask.ts',
      // The hidden window, which reaches nobody but the main process.
      'renderer/printing/job.ts',
    ],
    why: 'only renderer/sync talks to central, and on central’s page renderer/office/asking',
  },
  {
    names: ['localStorage'],
    // Central's page has no Dexie, and a look that is chosen anew loses nobody anything.
    only: ['renderer/office/wording/officePreferences.ts'],
    why: 'it is empty after a kill: what must last goes to Dexie',
  },
  {
    names: ['sessionStorage'],
    only: [],
    why: 'what dies with the window goes to renderer/session',
  },
  {
    names: ['indexedDB'],
    only: ['renderer/storage/openStorage.ts'],
    why: 'only renderer/storage opens the database',
  },
];
const itself = ['window', 'globalThis', 'self', 'top', 'parent', 'frames', 'defaultView'];
const holders = [...itself, 'navigator'];

/** Refuses in the page what one place alone may touch, and a second name for the window. */
export const globalsRule = {
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    const refuse = (node, name) => {
      const rule = guarded.find((it) => it.names.includes(name));
      if (rule === undefined || rule.only.some((it) => file.endsWith(`/${it}`))) return;
      context.report({ node, message: `${name}: ${rule.why}` });
    };
    return {
      'Program:exit'() {
        for (const { identifier } of context.sourceCode.scopeManager.globalScope.through)
          if (isValue(identifier)) refuse(identifier, identifier.name);
      },
      MemberExpression(node) {
        if (!holders.includes(nameOf(node.object))) return;
        if (node.computed && typeof node.property.value !== 'string')
          context.report({ node, message: 'a computed name on the window hides what is reached' });
        else refuse(node, node.property.name ?? node.property.value);
      },
      VariableDeclarator(node) {
        if (!node.init || !holders.includes(nameOf(node.init))) return;
        if (node.id.type === 'Identifier' && itself.includes(nameOf(node.init)))
          context.report({ node, message: 'a second name for the window hides what is reached' });
        else if (node.id.type === 'ObjectPattern')
          for (const { type, key } of node.id.properties)
            if (type === 'RestElement')
              context.report({ node, message: 'the rest of the window hides what is reached' });
            else refuse(node, key.name ?? key.value);
      },
    };
  },
};

/** The last name of `window`, `window.self`, `document.defaultView!`, `(window as Window)`. */
function nameOf(node) {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return node.property.name ?? node.property.value;
  if (node.type === 'ChainExpression' || node.type.startsWith('TS')) return nameOf(node.expression);
  return undefined;
}

function isValue({ parent }) {
  return parent?.type !== 'TSTypeReference' && parent?.type !== 'TSTypeQuery';
}
