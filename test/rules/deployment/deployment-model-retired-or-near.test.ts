import rule from '../../../src/rules/deployment/deployment-model-retired-or-near';
import type { ModelCatalogueEntry } from '../../../src/model/ai';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const entry = (changes: Partial<ModelCatalogueEntry>) => [safe('modelCatalogueEntry', changes)];
const retires = (retiresAt: string, more: Partial<ModelCatalogueEntry> = {}) => entry({ retiresAt, ...more });
const stays = { versionUpgradeOption: 'noAutoUpgrade' };
const tentative = { deprecationStatus: 'tentative' };
const gap = { kind: 'modelCatalogueEntry', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

// Runs are taken at 2026-11-24T06:00:00Z: 30 days end on 24 December, 60 on 23 January, 90 on 22 February.
testRule(rule, {
  pass: [
    { name: 'the retirement is far off', around: entry({}) },
    { name: 'one second beyond 90 days', around: retires('2027-02-22T06:00:01.000Z') },
    {
      name: 'the near date is of another SKU',
      around: entry({ skuRetirements: [{ sku: 'Standard', retiresAt: '2026-12-01T00:00:00.000Z' }] }),
    },
  ],
  fail: [
    { name: 'retired', around: retires('2026-11-01T00:00:00.000Z'), severity: 'high', says: '2026-11-01' },
    {
      name: 'retired, whatever was tentative',
      around: retires('2026-11-01T00:00:00.000Z', tentative),
      severity: 'high',
    },
    { name: '30 days', around: retires('2026-12-24T06:00:00.000Z'), severity: 'high' },
    { name: 'more than 30 days', around: retires('2026-12-24T06:00:01.000Z'), severity: 'medium' },
    { name: '90 days', around: retires('2027-02-22T06:00:00.000Z'), severity: 'medium' },
    {
      name: '30 days, tentative',
      around: retires('2026-12-24T06:00:00.000Z', tentative),
      severity: 'medium',
      says: 'not before',
    },
    { name: '90 days, tentative', around: retires('2027-02-22T06:00:00.000Z', tentative), severity: 'low' },
    {
      name: '60 days and it never moves',
      subject: stays,
      around: retires('2027-01-23T06:00:00.000Z'),
      severity: 'high',
    },
    {
      name: 'its SKU ends earlier',
      around: entry({ skuRetirements: [{ sku: 'datazonestandard', retiresAt: '2026-12-01T00:00:00.000Z' }] }),
      severity: 'high',
      says: '2026-12-01',
    },
    {
      name: 'the word alone says so',
      around: retires('', { lifecycleStatus: 'deprecated' }),
      severity: 'high',
      says: 'lifecycleStatus',
    },
    {
      name: 'it is deprecating and no date is known',
      around: retires('', { lifecycleStatus: 'Deprecating' }),
      severity: 'medium',
    },
    { name: 'it is legacy and the date is far off', around: entry({ lifecycleStatus: 'Legacy' }), severity: 'low' },
  ],
  unknown: [
    { name: 'the catalogue gives no date', around: retires(''), says: 'deprecation.inference' },
    { name: 'the catalogue does not list the model' },
    { name: 'the catalogue was not read', gaps: [{ ...gap, scope: safe('deployment').id }], says: 'x/read' },
  ],
});
