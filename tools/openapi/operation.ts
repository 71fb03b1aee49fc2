import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Components } from './components.ts';

/** A name of a schema, a list of allowed values (in capitals, or several), a list with one kind of item, or fields. */
export type Shape = string | readonly string[] | readonly [Fields] | Fields;

interface Fields {
  readonly [field: string]: Shape;
}

export interface Call {
  /** Method and path. */
  readonly call: string;
  readonly does: string;
  readonly by: readonly string[];
  /** The action of the signed command in the Authorization header. */
  readonly command?: string;
  readonly takes?: Shape;
  /** Whether the body may be left out. */
  readonly optional?: boolean;
  readonly query?: Fields;
  readonly gives: Readonly<Record<string, Shape>>;
}

export interface RoleCalls {
  readonly role: string;
  readonly title: string;
  readonly description: string;
  readonly schemas?: Readonly<Record<string, Record<string, unknown>>>;
  readonly calls: readonly Call[];
}

export function readRole(path: string): RoleCalls {
  return parse(readFileSync(path, 'utf8')) as RoleCalls;
}

/** One OpenAPI operation. Every call can also be refused with problem details. */
export function operationOf(call: Call, components: Components): object {
  const { call: name, does, by, command, takes, optional, gives } = call;
  return {
    operationId: operationId(name),
    summary: does,
    tags: by,
    ...parametersOf(call, components),
    ...(takes === undefined
      ? {}
      : {
          requestBody: {
            required: !optional,
            content: { 'application/json': { schema: schemaOf(takes, components) } },
          },
        }),
    responses: {
      ...Object.fromEntries(
        Object.entries(gives).map(([status, shape]) => [status, answerOf(Number(status), shape, components)]),
      ),
      default: {
        description: 'Refused: problem details with a stable code (RFC 9457).',
        content: { 'application/problem+json': { schema: components.reference('problem.json') } },
      },
    },
    ...(command === undefined ? {} : { security: [{ command: [] }], 'x-act-command': command }),
  };
}

/** `POST /mandates/{delegation_id}/suspend` → `post_mandates_delegation_id_suspend`. */
function operationId(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}

function parametersOf({ call, query = {} }: Call, components: Components): object {
  const inPath = [...call.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: components.reference(name === 'number' || name === 'tile' ? 'text' : 'id'),
  }));
  const inQuery = Object.entries(query).map(([name, shape]) => ({
    name: name.replace(/\?$/, ''),
    in: 'query',
    required: !name.endsWith('?'),
    schema: schemaOf(shape, components),
  }));
  const parameters = [...inPath, ...inQuery];
  return parameters.length === 0 ? {} : { parameters };
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken; somebody is asked first.',
  204: 'Done; there is nothing to say.',
  402: 'To be paid for.',
  503: 'Not now.',
};

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;

function answerOf(status: number, shape: Shape, components: Components): object {
  const description = DESCRIPTIONS[status] ?? '';
  if (shape === 'nothing') return { description };
  if (typeof shape === 'string' && MEDIA_TYPE.test(shape) && !shape.endsWith('.json'))
    return { description, content: { [shape]: { schema: { type: 'string' } } } };
  return { description, content: { 'application/json': { schema: schemaOf(shape, components) } } };
}

function schemaOf(shape: Shape, components: Components): object {
  if (typeof shape === 'string') return components.reference(shape);
  if (isList(shape)) {
    const [first = '', ...others] = shape;
    const isKind = typeof first === 'object' || (others.length === 0 && /^[a-z]/.test(first));
    return isKind ? { type: 'array', items: schemaOf(first, components) } : { type: 'string', enum: shape };
  }
  const fields = Object.entries(shape).map(([name, field]) => [
    name.replace(/\?$/, ''),
    schemaOf(field, components),
  ]);
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(shape).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(fields),
  };
}

function isList(shape: Exclude<Shape, string>): shape is readonly string[] | readonly [Fields] {
  return Array.isArray(shape);
}
