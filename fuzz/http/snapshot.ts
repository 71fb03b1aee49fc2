import type { Store } from '../../src/store/index.ts';

/** What a refused request may leave behind, and why it moves nothing. */
const MAY_CHANGE: Readonly<Record<string, string>> = {
  trust_memory: 'the newest trust list that was seen',
};

/** Rows that say that nothing has happened yet: a bill is made for whoever asks, and nobody has paid it. */
const NOT_YET: Readonly<Record<string, string>> = {
  a402_orders: "WHERE state <> 'OFFERED'",
};

/** Every row of every table of some stores, as text by table. */
export type Snapshot = ReadonlyMap<string, string>;

async function tablesOf(store: Pick<Store, 'read'>): Promise<string[]> {
  const rows = await store.read.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  return rows
    .map(({ name }) => String(name))
    .filter((name) => MAY_CHANGE[name] === undefined && !name.startsWith('sqlite_'));
}

const readable = (_name: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
};

/** What was last read of one store, and the version of the database that it was read at. */
interface Kept {
  readonly version: unknown;
  readonly tables: ReadonlyMap<string, string>;
}

export class Snapshots {
  private readonly stores: ReadonlyMap<string, Pick<Store, 'read'>>;
  private readonly kept = new Map<string, Kept>();

  constructor(stores: ReadonlyMap<string, Pick<Store, 'read'>>) {
    this.stores = stores;
  }

  async take(): Promise<Snapshot> {
    const snapshot = new Map<string, string>();
    for (const [role, store] of this.stores) {
      for (const [table, rows] of await this.tablesOf(role, store)) snapshot.set(table, rows);
    }
    return snapshot;
  }

  /** Most spoilt requests commit nothing: a store is read anew only when somebody has committed to it since. */
  private async tablesOf(role: string, store: Pick<Store, 'read'>): Promise<ReadonlyMap<string, string>> {
    // The number changes with each commit of another connection, and the one that reads this way never writes.
    const { data_version: version } = (await store.read.get('PRAGMA data_version')) ?? {};
    const known = this.kept.get(role);
    if (known !== undefined && known.version === version) return known.tables;
    const tables = new Map<string, string>();
    for (const table of await tablesOf(store)) {
      const rows = await store.read.all(`SELECT * FROM ${table} ${NOT_YET[table] ?? ''}`);
      tables.set(`${role}.${table}`, rows.map((row) => JSON.stringify(row, readable)).join('\n'));
    }
    this.kept.set(role, { version, tables });
    return tables;
  }
}

/** The tables in which two snapshots differ, with the first line that is new. */
export function movedBetween(before: Snapshot, after: Snapshot): string[] {
  return [...after].flatMap(([table, rows]) => {
    const old = before.get(table) ?? '';
    if (old === rows) return [];
    const known = new Set(old.split('\n'));
    const line = rows.split('\n').find((one) => one !== '' && !known.has(one)) ?? 'a row is gone';
    return [`${table}: ${line.slice(0, 160)}`];
  });
}
