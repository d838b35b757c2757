// Stryker leaves out what a rule says of itself: a mutated title or link is no fault that a verdict could show. `check` and all
// that it calls stay in.
const isRuleLiteral = (path) =>
  path.isObjectExpression() && path.parentPath?.isCallExpression() && path.parentPath.node.callee.name === 'defineRule';

const insideMetadata = (path) =>
  path.isObjectProperty() && isRuleLiteral(path.parentPath) && path.node.key.name !== 'check';

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'rule-metadata',
    value: { shouldIgnore: (path) => (insideMetadata(path) ? 'what a rule says of itself' : undefined) },
  },
];
