import type { QueryResult } from 'pg';
import { assertStorable } from '../storable.ts';
import { storageFailure } from '../storage-failure.ts';
import type { Queries, Row, SqlValue } from '../types.ts';

const MAX_NAMED_STATEMENTS = 256;

/** A statement as pg takes it. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: SqlValue[];
}

/** Names statements, so that a connection prepares each of them once. */
export class StatementNames {
  private readonly names = new Map<string, string>();

  statement(sql: string, params: readonly SqlValue[] = []): Statement {
    const name = this.nameOf(sql);
    return { text: sql, values: [...params], ...(name === undefined ? {} : { name }) };
  }

  private nameOf(sql: string): string | undefined {
    const known = this.names.get(sql);
    if (known !== undefined || this.names.size >= MAX_NAMED_STATEMENTS) return known;
    const name = `openact_${this.names.size}`;
    this.names.set(sql, name);
    return name;
  }
}

/** Queries over `send`, which runs one statement and rejects with store_unavailable. */
export function queriesOver(
  send: (sql: string, params?: readonly SqlValue[]) => Promise<QueryResult<Row>>,
): Queries {
  async function sent(sql: string, params?: readonly SqlValue[]): Promise<QueryResult<Row>> {
    assertStorable(params);
    return send(sql, params);
  }
  return {
    all: async (sql, params) => (await sent(sql, params)).rows,
    get: async (sql, params) => (await sent(sql, params)).rows[0],
    run: async (sql, params) => ({ changes: (await sent(sql, params)).rowCount ?? 0 }),
  };
}

/** Whatever `query` rejects with becomes store_unavailable. */
export async function answered<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw storageFailure(error);
  }
}
