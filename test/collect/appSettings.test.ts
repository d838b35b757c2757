import { assertRead } from '../../src/collect/readOnly';
import { collectorsFor } from '../../src/collect';

const arm = 'https://management.azure.com';
const site = `${arm}/subscriptions/s/resourceGroups/rg/providers/Microsoft.Web/sites/app`;
const list = `${site}/config/appsettings/list?api-version=2023-12-01`;

test('the settings of a site may be listed with the opt-in, and not without', () => {
  expect(() => assertRead('POST', list, '', ['appSettings'])).not.toThrow();
  expect(() => assertRead('POST', list, '')).toThrow();
  expect(() => assertRead('POST', list, '', ['agents'])).toThrow();
});

test.each([
  ['POST', `${site}/config/connectionstrings/list`],
  ['POST', `${site}/config/publishingcredentials/list`],
  ['POST', `${site}/host/default/listkeys`],
  ['POST', `${site}/config/appsettings`],
  ['POST', `${arm}/subscriptions/s/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/a/listKeys`],
  ['POST', `${site}/config/appsettings/list/../../../restart`],
  ['PUT', list],
  ['DELETE', list],
])('%s %s is refused with the opt-in too', (method, url) => {
  expect(() => assertRead(method, url, '', ['appSettings'])).toThrow();
});

test('the collector of settings is on with its opt-in only; references are always read', () => {
  const of = (on: boolean) =>
    collectorsFor(on ? ['appSettings'] : []).children.filter(({ kind }) => kind === 'webAppSettings');
  expect(of(false).map(({ optIn }) => optIn)).toEqual([undefined]);
  expect(of(true).map(({ optIn }) => optIn)).toEqual([undefined, 'appSettings']);
});
