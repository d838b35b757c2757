import rule from '../../../src/rules/search/search-index-document-level-acl';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'fields, enabled' }],
  fail: [
    { name: 'no field', subject: { hasPermissionField: false }, says: 'permissionFilter' },
    { name: 'disabled', subject: { permissionFilterOption: 'disabled' }, says: 'is disabled' },
    { name: 'a word of tomorrow', subject: { permissionFilterOption: 'Unrecognised' } },
  ],
  notApplicable: [{ name: 'words alone', subject: { groundsModels: false, hasPermissionField: false } }],
});
