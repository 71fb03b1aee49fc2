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

export class Snapshots {
  private readonly stores: ReadonlyMap<string, Pick<Store, 'read'>>;
  private readonly tables = new Map<string, string[]>();

  constructor(stores: ReadonlyMap<string, Pick<Store, 'read'>>) {
    this.stores = stores;
  }

  async take(): Promise<Snapshot> {
    const snapshot = new Map<string, string>();
    for (const [role, store] of this.stores) {
      const tables = this.tables.get(role) ?? (await tablesOf(store));
      this.tables.set(role, tables);
      for (const table of tables) {
        const rows = await store.read.all(`SELECT * FROM ${table} ${NOT_YET[table] ?? ''}`);
        snapshot.set(`${role}.${table}`, rows.map((row) => JSON.stringify(row, readable)).join('\n'));
      }
    }
    return snapshot;
  }
}

/** The tables in which two snapshots differ, with the first line that is new. */
export function movedBetween(before: Snapshot, after: Snapshot): string[] {
  return [...after].flatMap(([table, rows]) => {
    const old = before.get(table) ?? '';
    if (old === rows) return [];
    const known = new Set(old.split('\n'));
    const line = rows.split('\n').find((one) => !known.has(one)) ?? 'a row is gone';
    return [`${table}: ${line.slice(0, 160)}`];
  });
}
