type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const inColumns = (node: Node): string =>
  nodes(node['columns'])
    .map((column) => nodes(column['items']).map(lineOf).filter(Boolean).join('\n'))
    .filter(Boolean)
    .reduce(
      (left, right) =>
        left.length <= 2 ? `${left} ${right.replace(/\n/g, '\n  ')}` : `${left}   [${right.replace(/\n/g, ' ')}]`,
      '',
    )
    .trim();

function lineOf(node: Node): string {
  switch (node['type']) {
    case 'TextBlock':
      return text(node['text']);
    case 'RichTextBlock':
      return nodes(node['inlines'])
        .map((inline) => text(inline['text']))
        .join('');
    case 'ColumnSet':
      return inColumns(node);
    case 'Container':
      return nodes(node['items']).map(lineOf).join('\n');
    default:
      return '';
  }
}

/** A finished card as plain text, in the order a reader meets it: what the demo prints and a log may show. */
export function renderCardText(message: unknown): string {
  const attachments = isNode(message) ? nodes(message['attachments']) : [];
  const card = attachments[0]?.['content'];
  if (!isNode(card)) return '';
  const actions = nodes(card['actions'])
    .map((action) => `[${text(action['title'])}]`)
    .join(' ');
  return [...nodes(card['body']).map(lineOf), actions].filter(Boolean).join('\n');
}
