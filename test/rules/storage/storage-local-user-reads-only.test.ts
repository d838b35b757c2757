import rule from '../../../src/rules/storage/storage-local-user-reads-only';
import { testRule } from '../../kit/testRule';

const may = (permissions: string) => ({ scopes: [{ service: 'blob', container: 'training', permissions }] });

testRule(rule, {
  pass: [{ name: 'reads and lists' }, { name: 'may go nowhere', subject: { scopes: [] } }],
  fail: [
    {
      name: 'reads here, writes there',
      subject: { scopes: [...may('r').scopes, { service: 'file', container: 'share', permissions: 'rw' }] },
      says: 'rw on share',
    },
    ...['w', 'rwl', 'c', 'd', 'o', 'rp'].map((letters) => ({
      name: `may ${letters}`,
      subject: may(letters),
      says: `${letters} on training`,
    })),
  ],
});
