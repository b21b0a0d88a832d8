const events = ['keydown', 'keypress', 'keyup'];
const registry = 'renderer/components/generic/keys';

/**
 * Who may listen: the registry, the scanner before it, what keeps a PIN typed ahead of its field, and two
 * that only notice that a person is there.
 */
const listeners = [
  `${registry}/KeysProvider.tsx`,
  'renderer/scanner/armScanner.ts',
  'renderer/scanner/repeatKey.ts',
  'renderer/app/opening/typedAhead.ts',
  'renderer/app/startApplication.ts',
  'renderer/app/useAutoLock.ts',
];

/**
 * Refuses a second listener for keys, by whatever way it is added, and a key shown beside a button
 * that the registry does not declare: every key heard at the window has its help there.
 * What a component does with a key while it has the focus is `onKeyDown` of React, and stays.
 */
export const keysRule = {
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    const listens = listeners.some((it) => file.endsWith(`/${it}`));
    const refuse = (node, message) => context.report({ node, message });
    return {
      Literal(node) {
        if (!listens && events.includes(node.value))
          refuse(node, `${node.value}: declare the key in ${registry}/keys.ts and use useKeys`);
      },
      MemberExpression(node) {
        const name = node.property.name ?? node.property.value;
        if (events.some((event) => name === `on${event}`))
          refuse(node, `${name}: declare the key in ${registry}/keys.ts and use useKeys`);
      },
      JSXAttribute(node) {
        const shown = node.value?.expression;
        if (node.name.name !== 'keys' || shown?.type !== 'ArrayExpression') return;
        if (file.includes('/renderer/app/gallery/')) return;
        if (shown.elements.some((it) => it?.type === 'Literal'))
          refuse(node, 'a key shown here and declared nowhere: take its names from keyNames');
      },
    };
  },
};
