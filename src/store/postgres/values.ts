import { types } from 'pg';
import type { SqlValue } from '../types.ts';

/** Object identifiers of PostgreSQL's own types; they never change. */
const BOOL = 16;
const BYTEA = 17;
const INT8 = 20;
const INT2 = 21;
const INT4 = 23;
const NUMERIC = 1700;

type Parser = (text: string) => SqlValue;

/** SUM over BIGINT is NUMERIC. */
const integer: Parser = (text) => BigInt(text);

const PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [BOOL, (text) => (text === 't' ? 1n : 0n)],
  [BYTEA, (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))],
  [INT8, integer],
  [INT2, integer],
  [INT4, integer],
  [NUMERIC, integer],
]);

/** How columns are read: every integer as bigint, also the sums; truth values as 1 and 0, as SQLite has them. */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return PARSERS.get(oid) ?? types.getTypeParser(oid, format);
  },
};
