/** One wall, one sentence. `model/` is for everybody; nobody reaches into another room. */
const room = (name, may, comment) => ({
  name: `${name}-stays-in-its-room`,
  comment,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^(src|functions|test)/', pathNot: [`^src/${name}/`, '^src/model/', ...may] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'product-knows-no-test',
      comment: 'The product never imports its tests.',
      severity: 'error',
      from: { path: '^(src|functions)/' },
      to: { path: '^test/' },
    },
    {
      name: 'model-imports-nothing',
      comment: 'Nouns stand alone: model/ imports nothing but model/, and the library that reads addresses.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: ['^src/model/', 'node_modules/ipaddr'] },
    },
    room('collect', [], 'collect/ reads Azure into a Snapshot and knows no rule, no store, no card.'),
    room('rules', [], 'A rule knows the nouns and nothing else: data it lacks gets a collector.'),
    room('evaluate', [], 'evaluate/ knows what a rule is and knows no rule: rules are handed in.'),
    room('correlate', [], 'correlate/ compares findings with what was collected; it reads nothing itself.'),
    room('decisions', [], 'decisions/ says what people decided about findings; it keeps and asks nothing itself.'),
    room('paths', [], 'paths/ reads a Snapshot and findings; it never asks Azure or the store.'),
    room('drift', [], 'drift/ compares two runs that were handed to it.'),
    room('store', [], 'store/ knows tables and nouns, never a rule or a card.'),
    room('report', [], 'report/ turns nouns into text, files and cards, and sends nothing.'),
    room('notify', [], 'notify/ knows a URL, not a finding.'),
    room('host', [], 'host/ runs functions without Azure and knows nothing of the product.'),
    {
      name: 'only-world-knows-the-doors',
      comment:
        'Azure clients are opened in world.ts and reading.ts and used in collect/ and store/; nobody else imports an Azure SDK (functions/ import @azure/functions only).',
      severity: 'error',
      from: { path: '^(src|functions)/', pathNot: ['^src/(world|reading)\\.ts$', '^src/(collect|store|notify|host)/'] },
      to: { path: 'node_modules/(@azure/(?!functions)|@microsoft/)' },
    },
    {
      name: 'functions-are-thin',
      comment:
        'A function parses, calls one thing and answers: it reaches the product through world.ts, audit.ts, api.ts and config.ts only.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^src/', pathNot: ['^src/[^/]+\\.ts$', '^src/model/'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
