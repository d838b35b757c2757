import { defineFramework } from './framework';

/** GDPR, Regulation (EU) 2016/679: the one article that a rule names. */
export const gdpr = defineFramework({
  key: 'gdpr',
  id: 'gdpr',
  version: '2016/679',
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  controls: [['44', 'Transfers of personal data to third countries']],
});
