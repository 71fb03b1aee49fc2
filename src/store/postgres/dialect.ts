import type { Migration } from '../types.ts';

const TEXT = /\bTEXT\b/g;
const BLOB = /\bBLOB\b/g;

/** Refuses whatever the trigger that calls it stands for. */
export const APPEND_ONLY_FUNCTION = `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`;

/**
 * The SQL of a migration for PostgreSQL: BYTEA for BLOB, triggers for append-only tables, and texts that are ordered by
 * their bytes, as SQLite orders them, whatever the locale of the database.
 */
export function postgresMigration({ sql, appendOnly = [] }: Migration): string {
  const definitions = sql.replace(TEXT, 'TEXT COLLATE "C"').replace(BLOB, 'BYTEA').trimEnd();
  return [definitions.replace(/;$/, ''), ...appendOnly.map(appendOnlyTrigger)].join(';\n');
}

/** The UPDATE as a statement that fails with a division by zero when it changes no row. */
export function orFail(update: string): string {
  return `WITH changed AS (${update} RETURNING 1) SELECT 1 / COUNT(*) AS changed FROM changed`;
}

function appendOnlyTrigger(table: string): string {
  return `CREATE TRIGGER ${table}_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`;
}
