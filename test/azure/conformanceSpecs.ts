import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import { LiveValidator } from 'oav/dist/lib/liveValidation/liveValidator';

type Json = Record<string, unknown>;

interface Index {
  readonly swaggerOperations: readonly SwaggerOperation[];
  readonly bicepTypes: readonly { readonly schema: string; readonly resourceTypes: readonly string[] }[];
}

/** One operation of the descriptions and Microsoft's example answers to it. Paths are relative to the folder. */
export interface SwaggerOperation {
  readonly file: string;
  readonly apiVersion: string;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly examples: readonly string[];
}

const absent = '../shared/azure-specs is absent';

/** What is printed, and the name of the skipped test, where the descriptions are not at hand. */
export const skipped = `SKIPPED azure-spec conformance: ${absent}`;

/** The folder of descriptions beside the checkout, undefined where there is none. */
export function specsFolder(root: string): string | undefined {
  const folder = join(root, '..', 'shared', 'azure-specs');
  return existsSync(join(folder, 'index.json')) ? folder : undefined;
}

/** The table of contents of the descriptions. */
export const specIndex = (specs: string): Index => JSON.parse(readFileSync(join(specs, 'index.json'), 'utf8')) as Index;

/** `microsoft.storage@2023-05-01` of a description file. */
const pairOf = ({ file, apiVersion }: SwaggerOperation): string =>
  `${file.split('/')[4]?.toLowerCase() ?? ''}@${apiVersion}`;

/**
 * Microsoft's validator over the swagger files of these `namespace@version` pairs; undefined when none of them has any.
 * Its log is thrown away: it warns of its own files.
 */
export async function openSwagger(specs: string, pairs: ReadonlySet<string>): Promise<LiveValidator | undefined> {
  const wanted = specIndex(specs).swaggerOperations.filter((operation) => pairs.has(pairOf(operation)));
  const files = [...new Set(wanted.map(({ file }) => file.replace('azure-rest-api-specs/', '')))];
  if (files.length === 0) return undefined;
  const validator = new LiveValidator(
    {
      directory: join(specs, 'azure-rest-api-specs'),
      git: { shouldClone: false },
      isPathCaseSensitive: false,
      swaggerPathsPattern: files,
      loadValidatorInBackground: false,
    },
    () => undefined,
  );
  await validator.initialize();
  return validator;
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface BicepFile {
  readonly resources: Readonly<Record<string, { readonly $ref: string }>>;
  readonly $defs: Readonly<Record<string, Json>>;
}

/**
 * A pattern for the word in any casing. Letter by letter: a group `(?i:...)` sometimes stops matching within one process, seen with Node 24.21.
 */
const anyCase = (text: string): string =>
  text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

/** A closed list of words accepts any casing, as Azure does; an open one, which holds a plain string too, stays as it is. */
function caseless(definition: Json, all: BicepFile['$defs']): Json {
  const options = definition['anyOf'];
  if (!Array.isArray(options)) return definition;
  const consts = options.map((option: Json) => all[String(option['$ref']).replace('#/$defs/', '')]?.['const']);
  if (!consts.every((word) => typeof word === 'string')) return definition;
  return { type: 'string', pattern: `^(?:${consts.map(anyCase).join('|')})$` };
}

/** Checks of resource bodies by Microsoft's own body types, for versions without swagger. Keys are `type@version`, lower-case. */
export class BodyTypes {
  readonly #specs: string;
  readonly #files = new Map<string, { readonly schema: string; readonly type: string }>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(specs: string) {
    this.#specs = specs;
    for (const { schema, resourceTypes } of specIndex(specs).bicepTypes)
      for (const type of resourceTypes) this.#files.set(type.toLowerCase(), { schema, type });
  }

  /** Whether a body of this type and version can be checked. */
  knows(type: string, version: string): boolean {
    return this.#files.has(`${type}@${version}`.toLowerCase());
  }

  /** What is wrong with a body from which nulls were taken. */
  problems(type: string, version: string, body: unknown): string[] {
    const file = this.#files.get(`${type}@${version}`.toLowerCase());
    if (!file || !isRecord(body)) return [];
    const spoken = file.type.split('@')[0] ?? '';
    const said = String(body['type']);
    const validate = this.#validator(file.schema, file.type);
    const asked = {
      ...body,
      apiVersion: version,
      ...(said.toLowerCase() === spoken.toLowerCase() ? { type: spoken } : {}),
    };
    if (validate(asked)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
    );
  }

  #validator(schema: string, type: string): ValidateFunction {
    const known = this.#compiled.get(type);
    if (known) return known;
    const file = JSON.parse(readFileSync(join(this.#specs, schema), 'utf8')) as BicepFile;
    const definitions = Object.fromEntries(
      Object.entries(file.$defs).map(([name, value]) => [name, caseless(value, file.$defs)]),
    );
    const ajv = new Ajv({ discriminator: true, strict: false, validateSchema: false, logger: false });
    for (const [resource, { $ref }] of Object.entries(file.resources))
      this.#compiled.set(
        resource,
        lazily(() => ajv.compile({ $defs: definitions, $ref })),
      );
    return this.#validator(schema, type);
  }
}

/** A validator that is compiled when it is first asked. */
function lazily(compile: () => ValidateFunction): ValidateFunction {
  let compiled: ValidateFunction | undefined;
  const validate = ((body: unknown): boolean => {
    compiled ??= compile();
    const valid = compiled(body);
    validate.errors = compiled.errors ?? null;
    return valid;
  }) as ValidateFunction;
  return validate;
}
