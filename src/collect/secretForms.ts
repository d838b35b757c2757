import { azureForms } from './secrets/azureForms';
import type { Recognised, SecretForm } from './secrets/form';
import { harmlessName, namedForms, opensNothing } from './secrets/namedForms';
import { vendorForms } from './secrets/vendorForms';

export type { Recognised } from './secrets/form';

/** The storage emulator's key is public: every installation has the same one. */
const emulatorKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1';

const forms: readonly SecretForm[] = [...azureForms, ...vendorForms];

function lookedAt(
  { kind, anchor, form, confidence = 'anchored', opens, closer }: SecretForm,
  value: string,
): Recognised | undefined {
  if (!value.includes(anchor)) return undefined;
  const found = form.exec(value)?.[0];
  if (found === undefined) return undefined;
  return { kind, confidence, ...(opens ? { opens } : {}), ...closer?.(found, value) };
}

function named(value: string, name: string): Recognised | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain === '' || harmlessName.test(plain) || opensNothing(value)) return undefined;
  const found = namedForms.find((one) => one.name.test(plain) && one.form.test(value));
  return found && { kind: found.kind, confidence: 'named', ...(found.opens ? { opens: found.opens } : {}) };
}

/**
 * What secret `value` unmistakably holds, the first of the table where it holds several; undefined when it holds none. `name` is the property it
 * stands under: forms that many harmless values share count only below a name that speaks of a key. Structure only: entropy cannot tell a
 * key from a GUID. References (`@Microsoft.KeyVault(...)`, `${{...}}`, `<your-key>`) have none of the forms.
 */
export function recognise(value: string, name = ''): Recognised | undefined {
  if (value.length < 12 || value.includes(emulatorKey)) return undefined;
  for (const form of forms) {
    const found = lookedAt(form, value);
    if (found) return found;
  }
  return named(value, name);
}
