const outside = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['Temporal', 'Now'],
  ['performance', 'now'],
  ['crypto', 'randomUUID'],
  ['crypto', 'getRandomValues'],
];

/**
 * Refuses the clock and chance: what shared/ computes must be the same at the station, at
 * central and in a replay years later, so the time and new ids come in as arguments.
 */
export const pureRule = {
  create(context) {
    const refuse = (node, what) =>
      context.report({ node, message: `${what} reads the outside world: take it as an argument` });
    return {
      MemberExpression(node) {
        const object = node.object.property?.name ?? node.object.name;
        const property = node.property.name ?? node.property.value;
        if (outside.some(([name, member]) => object === name && property === member))
          refuse(node, `${object}.${property}`);
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) refuse(node, 'new Date()');
      },
      CallExpression(node) {
        if (node.callee.name === 'Date') refuse(node, 'Date()');
      },
    };
  },
};
