import rule from '../../../src/rules/search/search-data-exfiltration-protection';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'all is blocked' }, { name: 'odd casing', subject: { dataExfiltrationProtections: ['BLOCKALL'] } }],
  fail: [
    {
      name: 'nothing, as when Azure leaves it out',
      subject: { dataExfiltrationProtections: [] },
      says: 'dataExfiltrationProtections are empty',
    },
    { name: 'a value nobody knows', subject: { dataExfiltrationProtections: ['BlockSome'] }, says: 'BlockSome' },
  ],
});
