import { HeldAzure, account, accountId, child, readAll } from './reader';

const deployment = (name: string, model: object) =>
  child('deployment', { id: `${accountId}/deployments/${name}`, properties: { model } }, account);
const here = { ...account, location: 'westeurope' };
const gpt = { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' };
const path = '/subscriptions/0f1e/providers/microsoft.cognitiveservices/locations/westeurope/models';
const row = (model: object) => ({ kind: 'OpenAI', skuName: 'S0', model });

test('a deployment stands where its account does', () => {
  const body = { id: `${accountId}/deployments/D` };
  expect(child('deployment', body, here).location).toBe('westeurope');
});

test('the catalogue of a location is asked once, and each deployment keeps the entry of its own model', async () => {
  const azure = new HeldAzure({
    [path]: [
      row({ ...gpt, version: '1' }),
      row({ ...gpt, name: 'GPT-4o', capabilities: { x: 'y' } }),
      row({ ...gpt, lifecycleStatus: 'Preview' }),
    ],
  });
  const one = { ...deployment('One', gpt), location: 'westeurope' };
  const two = { ...deployment('Two', { ...gpt, name: 'o9' }), location: 'westeurope' };
  const nowhere = deployment('Three', gpt);
  const rows = await Promise.all([one, two, nowhere].map((parent) => readAll('modelCatalogueEntry', azure, parent)));
  expect(azure.asked).toHaveLength(1);
  expect(rows.map(({ length }) => length)).toEqual([1, 0, 0]);
  expect(rows[0]?.[0]).toMatchObject({ id: `${one.id}/models/gpt-4o.2024-11-20` });
  expect(JSON.stringify(rows)).not.toContain('capabilities');
});

test('dates, words and the replacement of an entry', () => {
  const parent = deployment('One', gpt);
  const body = {
    id: `${parent.id}/models/gpt-4o.2024-11-20`,
    model: {
      ...gpt,
      lifecycleStatus: 'Deprecating',
      isDefaultVersion: true,
      deprecation: { inference: '2026-12-01T00:00:00Z', deprecationStatus: 'Tentative' },
      replacementConfig: {
        targetModelName: 'gpt-5',
        targetModelVersion: '2',
        autoUpgradeStartDate: '2026-11-01T00:00:00Z',
        upgradeOnExpiryLeadTimeDays: 14,
      },
      skus: [{ name: 'Standard', deprecationDate: '2026-11-30' }, { name: 'Other' }, { deprecationDate: '2026-11-30' }],
    },
  };
  expect(child('modelCatalogueEntry', body, parent)).toMatchObject({
    parentId: parent.id,
    modelName: 'gpt-4o',
    lifecycleStatus: 'Deprecating',
    isDefaultVersion: true,
    retiresAt: '2026-12-01T00:00:00.000Z',
    deprecationStatus: 'Tentative',
    replacement: 'gpt-5 2',
    autoUpgradeStartDate: '2026-11-01T00:00:00.000Z',
    upgradeLeadDays: 14,
    skuRetirements: [{ sku: 'Standard', retiresAt: '2026-11-30T00:00:00.000Z' }],
  });
});

test('an entry that says nothing has no dates', () => {
  const empty = child('modelCatalogueEntry', { id: '/x/y', model: { deprecation: { inference: 'soon' } } }, account);
  expect(empty).toMatchObject({ retiresAt: '', lifecycleStatus: '', isDefaultVersion: false, skuRetirements: [] });
});
