import * as fc from 'fast-check';
import { broadRange } from '../../src/model/ipRanges';

describe('broadRange', () => {
  it.each([
    ['the whole of IPv4', ['0.0.0.0/0'], '0.0.0.0/0'],
    ['a /8', ['10.0.0.0/8'], '10.0.0.0/8'],
    ['a /8 with host bits set', ['10.1.2.3/8'], '10.1.2.3/8'],
    ['two halves of a /8, in any order', ['10.128.0.0/9', '10.0.0.0/9'], '10.0.0.0/9, 10.128.0.0/9'],
    ['quarters that overlap', ['10.0.0.0/9', '10.64.0.0/10', '10.128.0.0/9'], '10.0.0.0/9, 10.64.0.0/10, 10.128.0.0/9'],
    ['the whole of IPv6', ['::/0'], '::/0'],
    ['an IPv6 /16', ['2001::/16'], '2001::/16'],
    ['two halves of an IPv6 /16', ['2001::/17', '2001:8000::/17'], '2001::/17, 2001:8000::/17'],
    ['what is no address', ['203.0.113.7', '*'], '*'],
  ])('%s is too broad', (_, rules, found) => expect(broadRange(rules)).toBe(found));

  it.each([
    ['no rule', []],
    ['a /9', ['10.0.0.0/9']],
    ['two /9 apart', ['10.0.0.0/9', '12.0.0.0/9']],
    ['a /9 twice', ['10.0.0.0/9', '10.0.0.0/9']],
    ['single addresses', ['203.0.113.7', '2001:db8::1']],
    ['an IPv6 /17', ['2001::/17']],
    ['IPv4 and IPv6 side by side', ['255.128.0.0/9', '::/17']],
  ])('%s is narrow enough', (_, rules) => expect(broadRange(rules)).toBeUndefined());

  it('says the same of a block and of its two halves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 223 }), fc.integer({ min: 1, max: 24 }), (octet, prefix) => {
        const size = 2 ** (32 - prefix);
        const start = Math.floor((octet * 2 ** 24) / size) * size;
        const dotted = (value: number): string =>
          [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
        const halves = [`${dotted(start + size / 2)}/${prefix + 1}`, `${dotted(start)}/${prefix + 1}`];
        expect(broadRange(halves) !== undefined).toBe(broadRange([`${dotted(start)}/${prefix}`]) !== undefined);
        expect(broadRange([`${dotted(start)}/${prefix}`]) !== undefined).toBe(prefix <= 8);
      }),
    );
  });
});
