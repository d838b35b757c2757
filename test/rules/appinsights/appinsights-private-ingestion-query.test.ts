import rule from '../../../src/rules/appinsights/appinsights-private-ingestion-query';
import { testRule } from '../../kit/testRule';

const access = (ingestion: string, query: string) => ({
  subject: { publicNetworkAccessForIngestion: ingestion, publicNetworkAccessForQuery: query },
});

testRule(rule, {
  pass: [{ name: 'both are off, in odd casing', ...access('DISABLED', 'disabled') }],
  fail: [
    {
      name: 'queries are public, as when Azure leaves it out',
      ...access('Disabled', 'Enabled'),
      says: 'publicNetworkAccessForQuery is Enabled',
    },
    { name: 'ingestion is public', ...access('Enabled', 'Disabled') },
    { name: 'a value nobody knows', ...access('Unrecognised', 'SecuredByPerimeter') },
  ],
  unknown: [{ name: 'a perimeter nobody reads', ...access('SecuredByPerimeter', 'Disabled'), says: 'perimeter' }],
});
