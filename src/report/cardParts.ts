import type { ChangeText } from './changeText';

/** Parts of an Adaptive Card 1.5. Text from Azure or people goes only into TextRun, which never parses Markdown. */
export type Part = Readonly<Record<string, unknown>>;

export const run = (text: string, more: Part = {}): Part => ({ type: 'TextRun', text, ...more });
export const rich = (inlines: readonly Part[], more: Part = {}): Part => ({ type: 'RichTextBlock', inlines, ...more });
export const subtle = (text: string): Part => run(text, { isSubtle: true, size: 'Small' });

/** Our own fixed words and numbers only. */
export const block = (text: string, more: Part = {}): Part => ({ type: 'TextBlock', text, wrap: true, ...more });

export const column = (width: string, items: readonly Part[], more: Part = {}): Part => ({
  type: 'Column',
  width,
  items,
  ...more,
});
export const columns = (held: readonly Part[], more: Part = {}): Part => ({
  type: 'ColumnSet',
  columns: held,
  ...more,
});

export const openUrl = (title: string, url: string): Part => ({ type: 'Action.OpenUrl', title, url });

export const heading = (text: string): Part =>
  block(text, { weight: 'Bolder', size: 'Small', isSubtle: true, spacing: 'Large', separator: true });

/** Title and run on the left, one figure on the right. */
export const head = (title: string, sub: string, figure: string, under: string): Part =>
  columns([
    column('stretch', [
      block(title, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      rich([subtle(sub)], { spacing: 'None' }),
    ]),
    column('auto', [
      block(figure, { size: 'ExtraLarge', weight: 'Bolder', horizontalAlignment: 'Right' }),
      block(under, { size: 'Small', isSubtle: true, spacing: 'None', horizontalAlignment: 'Right' }),
    ]),
  ]);

/** Coverage stands above every change; a question mark where something was not seen. */
export const coverageBox = (complete: boolean, line: string, more: readonly Part[] = []): Part => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Medium',
  items: [
    columns([
      column('20px', [rich([run(complete ? '✓' : '?', { weight: 'Bolder' })])]),
      column('stretch', [rich([run(line, { size: 'Small' })]), ...more], { spacing: 'Small' }),
    ]),
  ],
});

/** One change: shape, sentence, detail; the row opens the resource. */
export const changeRow = (text: ChangeText, alarming: boolean, url: string): Part =>
  columns(
    [
      column('20px', [rich([run(text.shape, { weight: 'Bolder', ...(alarming ? { color: 'Attention' } : {}) })])]),
      column(
        'stretch',
        [
          rich(text.sentence.map(({ text: words, bold }) => run(words, bold ? { weight: 'Bolder' } : {}))),
          ...(text.detail ? [rich([subtle(text.detail)], { spacing: 'None' })] : []),
        ],
        { spacing: 'Small' },
      ),
    ],
    { spacing: 'Small', ...(url ? { selectAction: openUrl('Open in the Azure portal', url) } : {}) },
  );
