import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { ROLES, type Role, type Settings, UsageError } from './case.ts';

/** What a vendor declares about the subject: subject.yaml. */
export interface SubjectFile {
  readonly role: Role;
  readonly profile?: string;
  /** Of the subject, as its maker counts. */
  readonly version?: string;
  /** Texts that never reach a report. */
  readonly secrets: readonly string[];
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
  readonly settings: Settings;
}

const COMMON = new Set(['name', 'version', 'role', 'profile', 'secrets', 'patience_ms']);
/** Generous: slow is not wrong, and a program takes its time to start. */
const PATIENCE_MS = 30_000;

const SUBJECT_MAX_BYTES = 1_048_576;

/** No more of it than shows that it is too large: a pipe or a device does not say how much is to come. */
function readBeginning(path: string): Buffer {
  const buffer = Buffer.alloc(SUBJECT_MAX_BYTES + 1);
  const file = openSync(path, 'r');
  try {
    let size = 0;
    for (let read = -1; read !== 0 && size < buffer.length; size += read)
      read = readSync(file, buffer, size, buffer.length - size, null);
    return buffer.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readBeginning(path);
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
  if (bytes.length <= SUBJECT_MAX_BYTES) return bytes.toString('utf8');
  throw new UsageError(`${path} is larger than ${SUBJECT_MAX_BYTES} bytes.`);
}

/** @throws UsageError */
export function readYaml(path: string): { readonly value: unknown; readonly digest: string } {
  const text = readText(path);
  try {
    return { value: parse(text), digest: createHash('sha256').update(text).digest('hex') };
  } catch (error) {
    throw new UsageError(`${path} is not YAML: ${String((error as Error).message).split('\n')[0]}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SECRET_NAMES = new Set(['secret', 'token', 'password']);
const SHORTEST_SECRET = 4;

/** What the file itself calls a secret is one, whether it is listed or not. */
function secretsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    SECRET_NAMES.has(name) && typeof member === 'string' && member.length >= SHORTEST_SECRET
      ? [member]
      : secretsIn(member),
  );
}

/** @throws UsageError with one line that names the member */
export function readSubjectFile(path: string): SubjectFile {
  const { value, digest } = readYaml(path);
  if (!isRecord(value)) throw new UsageError(`${path} is not a list of members.`);
  const { name, role, profile, version, secrets = [], patience_ms: patience = PATIENCE_MS } = value;
  const wrong = (member: string, should: string) => new UsageError(`${path}: ${member} ${should}.`);
  if (typeof name !== 'string' || name === '') throw wrong('name', 'is missing');
  const known = ROLES.find((one) => one === role);
  if (known === undefined) throw wrong('role', `is none of ${ROLES.join(', ')}`);
  if (profile !== undefined && typeof profile !== 'string') throw wrong('profile', 'is not a name');
  if (version !== undefined && (typeof version !== 'string' || version === ''))
    throw wrong('version', 'is not a text');
  if (
    !Array.isArray(secrets) ||
    secrets.some((secret) => typeof secret !== 'string' || secret.length < SHORTEST_SECRET)
  )
    throw wrong('secrets', 'is not a list of texts of four characters or more');
  if (!Number.isSafeInteger(patience) || Number(patience) < 1)
    throw wrong('patience_ms', 'is no whole number');
  const own = value[known];
  if (!isRecord(own)) throw wrong(known, 'is missing: it says how the subject is reached');
  const unknown = Object.keys(value).find((member) => !COMMON.has(member) && member !== known);
  if (unknown !== undefined) throw wrong(unknown, 'is not a member of a subject file');
  return {
    role: known,
    ...(profile === undefined ? {} : { profile }),
    ...(version === undefined ? {} : { version }),
    secrets: [...new Set([...secrets, ...secretsIn(own)])],
    digest,
    settings: { folder: dirname(resolve(path)), name, own, patience: Number(patience) },
  };
}
