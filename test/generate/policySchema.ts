import { z } from 'zod';
import { policySchema } from '../../src/policyFile';

/** The text of `src/rules/policy.schema.json`: the policy file as JSON Schema 2020-12, for editors and pipelines. */
export function renderPolicySchema(): string {
  const schema = z.toJSONSchema(policySchema, {
    io: 'input',
    // our types are readonly; the file is there to be written
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify({ ...schema, title: 'aispm policy file' }, null, 2)}\n`;
}
