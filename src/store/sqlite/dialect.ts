import type { Migration } from '../types.ts';

const PLACEHOLDER = /\$(\d+)/g;
const STATEMENT_END = /;[ \t]*(?:\r?\n|$)/;
const CREATE_TABLE = /^CREATE TABLE\b/i;
const BIGINT = /\bBIGINT\b/g;
const ROW_LOCK = /\s+FOR UPDATE\b(?:\s+SKIP LOCKED\b)?/g;

/**
 * `$1` becomes `?1`, which is what SQLite calls a numbered placeholder. Row locks are left out: a writing transaction
 * has the whole file to itself.
 */
export function sqliteStatement(sql: string): string {
  return sql.replace(ROW_LOCK, '').replace(PLACEHOLDER, '?$1');
}

/** The statements of a migration for SQLite: INTEGER for BIGINT, STRICT tables, triggers for append-only tables. */
export function sqliteMigration(migration: Migration): readonly string[] {
  const statements = migration.sql
    .split(STATEMENT_END)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map(sqliteDefinition);
  return [...statements, ...(migration.appendOnly ?? []).flatMap(appendOnlyTriggers)];
}

function sqliteDefinition(statement: string): string {
  const typed = statement.replace(BIGINT, 'INTEGER');
  return CREATE_TABLE.test(typed) ? `${typed} STRICT` : typed;
}

function appendOnlyTriggers(table: string): readonly string[] {
  return ['UPDATE', 'DELETE'].map(
    (change) =>
      `CREATE TRIGGER ${table}_refuse_${change.toLowerCase()} BEFORE ${change} ON ${table}
       BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  );
}
