import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Schema = Record<string, unknown>;

const ID_PREFIX = 'https://openact.example/schemas/1/';

/** Short names that the tables of calls use beside the definitions of common.json. */
const OWN: Record<string, Schema> = {
  text: { type: 'string' },
  object: { type: 'object' },
  array: { type: 'array' },
  mandate_status: {
    description: 'Where the request or the mandate stands (ADD-IAC-LCM).',
    enum: ['PENDING_CONFIRMATION', 'DENIED', 'Active', 'Suspended', 'Revoked', 'Expired'],
  },
  tool_status: { enum: ['PENDING_CONFIRMATION', 'ACTIVE', 'DENIED', 'REVOKED', 'EXPIRED'] },
  health: {
    type: 'object',
    required: ['status'],
    properties: {
      name: { type: 'string' },
      status: { enum: ['ok', 'unavailable'] },
      failing: { type: 'array', items: { type: 'string' } },
    },
  },
};

/** The schemas that one document uses, each under one name, with every reference turned to that name. */
export class Components {
  private readonly folder: string;
  private readonly own: Readonly<Record<string, Schema>>;
  private readonly files = new Map<string, Schema>();
  private readonly used = new Map<string, Schema>();

  constructor(folder: string, own: Readonly<Record<string, Schema>>) {
    this.folder = folder;
    this.own = { ...OWN, ...own };
  }

  /** A reference to a schema file, a definition of common.json, or a short name. */
  reference(name: string): Schema {
    if (name.endsWith('.json')) return this.resolve(name, '');
    const own = this.own[name];
    if (own === undefined) return this.resolve(`common.json#/$defs/${name}`, '');
    if (own.properties === undefined) return own;
    this.add(name, own, '');
    return { $ref: `#/components/schemas/${name}` };
  }

  all(): Record<string, Schema> {
    return Object.fromEntries([...this.used].sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  /** @param from path of the file in which the reference stands */
  private resolve(reference: string, from: string): Schema {
    const [file = '', pointer = ''] = reference.split('#');
    const path = file === '' ? from : new URL(file, `${ID_PREFIX}${from}`).href.slice(ID_PREFIX.length);
    const whole = this.read(path);
    const [, , definition, ...rest] = pointer.split('/');
    const name = definition === undefined ? String(whole.title) : nameOf(path, whole, definition);
    const schema = definition === undefined ? whole : (whole.$defs as Record<string, Schema>)[definition];
    if (schema === undefined) throw new Error(`${reference} leads nowhere`);
    this.add(name, schema, path);
    return { $ref: ['#/components/schemas', name, ...rest].join('/') };
  }

  private add(name: string, schema: Schema, path: string): void {
    if (this.used.has(name)) return;
    this.used.set(name, {});
    const { $schema: _dialect, $id: _id, $defs: _definitions, ...rest } = schema;
    this.used.set(name, this.rewritten(rest, path) as Schema);
  }

  private rewritten(value: unknown, path: string): unknown {
    if (Array.isArray(value)) return value.map((one) => this.rewritten(one, path));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) =>
        name === '$ref' && typeof member === 'string'
          ? Object.entries(this.resolve(member, path))
          : [[name, this.rewritten(member, path)]],
      ),
    );
  }

  private read(path: string): Schema {
    const known = this.files.get(path);
    if (known) return known;
    const schema = JSON.parse(readFileSync(join(this.folder, path), 'utf8')) as Schema;
    this.files.set(path, schema);
    return schema;
  }
}

function nameOf(path: string, whole: Schema, definition: string): string {
  return path === 'common.json' ? definition : `${whole.title}.${definition}`;
}
