import { recognise } from '../secretForms';

/** How many rows hold what kind of personal data or secret. What it is, is not kept. */
export type Sightings = Readonly<Record<string, number>>;

const digits = (text: string): string => text.replace(/\D/g, '');

/** The check digit of card numbers (Luhn): every second digit from the right doubled. */
function isCard(number: string): boolean {
  const sum = Array.from(number)
    .reverse()
    .reduce((all, digit, at) => {
      const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return all + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0 && new Set(number).size > 2;
}

/** The check digits of account numbers (ISO 13616): letters as numbers, the first four signs at the end, remainder 1 of 97. */
function isIban(given: string): boolean {
  const plain = given.replace(/\s/g, '').toUpperCase();
  const moved = Array.from(plain.slice(4) + plain.slice(0, 4), (sign) => parseInt(sign, 36)).join('');
  return Array.from(moved).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

const forms: readonly { readonly kind: string; readonly form: RegExp; readonly holds?: (found: string) => boolean }[] =
  [
    { kind: 'email', form: /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi },
    { kind: 'iban', form: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, holds: isIban },
    { kind: 'card', form: /\b\d(?:[ -]?\d){12,18}\b/g, holds: (found) => isCard(digits(found)) },
    { kind: 'phone', form: /(?<![\w+])\+\d{1,3}(?:[ ().-]{0,2}\d){7,12}\b/g },
  ];

function kindsIn(text: string): readonly string[] {
  const personal = forms.filter(({ form, holds }) => (text.match(form) ?? []).some((found) => holds?.(found) ?? true));
  return [...personal.map(({ kind }) => kind), ...(recognise(text) === undefined ? [] : ['secret'])];
}

/** Rows with each kind; kinds that stand nowhere are left out. */
export function sightingsIn(texts: readonly string[]): Sightings {
  const counts = new Map<string, number>();
  for (const kind of texts.flatMap(kindsIn)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
