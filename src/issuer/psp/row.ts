import { ActError } from '../../protocol/errors/index.ts';
import type { Row } from '../../store/index.ts';

function mismatch(column: string): ActError {
  return new ActError('internal', { rule: 'column', column });
}

/** @throws ActError internal when the column does not hold text */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw mismatch(column);
  return value;
}

/** @throws ActError internal when the column does not hold an integer */
export function integer(row: Row, column: string): bigint {
  const value = row[column];
  if (typeof value !== 'bigint') throw mismatch(column);
  return value;
}

/** Unix seconds. @throws ActError internal when the column does not hold an integer */
export function seconds(row: Row, column: string): number {
  return Number(integer(row, column));
}

/** A JSON array of text, or undefined for NULL. @throws ActError internal */
export function texts(row: Row, column: string): string[] | undefined {
  if (row[column] === null) return undefined;
  const value: unknown = JSON.parse(text(row, column));
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw mismatch(column);
  return value;
}
