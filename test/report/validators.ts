import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { validateXML } from 'xmllint-wasm';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import runSchema from '../../src/report/run.schema.json';
import ocsfSchema from './schemas/ocsf-compliance-finding.json';

interface Validator {
  (value: unknown): unknown;
  errors?: readonly { readonly instancePath: string; readonly message?: string; readonly params: unknown }[] | null;
}

/** What is wrong, the first few; empty = valid. */
const faults = (validator: Validator, value: unknown): readonly string[] => {
  void validator(value);
  return (validator.errors ?? [])
    .slice(0, 5)
    .map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
};

const ajv = addFormats(new Ajv2020({ allErrors: false, strict: true, strictRequired: false, allowUnionTypes: true }));
// Of draft 4 this schema uses nothing that draft 7 reads otherwise, but for the name of its id.
const sarifBody = Object.fromEntries(Object.entries(sarifSchema).filter(([key]) => key !== '$schema' && key !== 'id'));
const sarif = addFormats(new Ajv({ strict: false, unicodeRegExp: false }));
const validRun = ajv.compile(runSchema);
const validOcsf = ajv.compile(ocsfSchema);
const validSarif = sarif.compile(sarifBody);
const xsd = readFileSync(join(__dirname, 'schemas', 'junit-10.xsd'), 'utf8');

export const jsonFaults = (text: string): readonly string[] => faults(validRun as Validator, JSON.parse(text));

export const sarifFaults = (text: string): readonly string[] => faults(validSarif as Validator, JSON.parse(text));

export const linesOf = (text: string): readonly Readonly<Record<string, unknown>>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

export const ocsfFaults = (text: string): readonly string[] =>
  linesOf(text).flatMap((event) => faults(validOcsf as Validator, event));

export async function bomFaults(text: string): Promise<readonly string[]> {
  const found: unknown = await new Validation.JsonStrictValidator(Spec.Spec1dot6.version).validate(text);
  return found === null ? [] : [JSON.stringify(found).slice(0, 600)];
}

export async function junitFaults(text: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'run.xml', contents: text },
    schema: { fileName: 'junit.xsd', contents: xsd },
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

export const csvRows = (text: string): readonly Readonly<Record<string, string>>[] =>
  parse(text, { columns: true, record_delimiter: '\r\n' }) as unknown as Readonly<Record<string, string>>[];
