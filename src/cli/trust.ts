import { parseArgs } from 'node:util';
import { BASE_URL_FORM, isBaseUrl } from '../http/index.ts';
import { parseUtcSeconds } from '../protocol/time/index.ts';
import {
  type CertifiedEntity,
  type EntryChange,
  type RotationStep,
  rotateTrustListKey,
  trustCertify,
  trustInit,
  trustPublish,
} from '../trust/index.ts';
import { type Command, EXIT, UnusableInput } from './io.ts';
import { TRUST_USAGE } from './usage.ts';

const OPTIONS = {
  dir: { type: 'string' },
  operator: { type: 'string' },
  id: { type: 'string' },
  role: { type: 'string' },
  folder: { type: 'string' },
  status: { type: 'string' },
  name: { type: 'string' },
  'base-url': { type: 'string' },
  'capability-url': { type: 'string' },
  'status-list-url': { type: 'string' },
  revoke: { type: 'string', multiple: true },
  'revoked-from': { type: 'string' },
  step: { type: 'string' },
  'new-keys': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const ROLES: readonly CertifiedEntity['role'][] = [
  ...(['IAC_ISSUER', 'PSP', 'MERCHANT', 'AGENT_PROVIDER'] as const),
  ...(['LOG', 'DISPUTE_HANDLER', 'CREDIT_SERVICE'] as const),
];
const STATUSES: readonly NonNullable<EntryChange['status']>[] = ['ACTIVE', 'SUSPENDED', 'WITHDRAWN'];

const STEPS: readonly RotationStep[] = ['announce', 'switch', 'retire'];

/** As schemas/common.json has it: a certificate for a misspelt identifier could never be used. */
const DID = /^did:act:[A-Za-z0-9.-]{1,100}\/[A-Za-z0-9._:~-]{1,120}$/;
/** A folder below the trust folder, never beside or above it. */
const FOLDER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

type Values = ReturnType<typeof optionsOf>['values'];

function optionsOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

function required(values: Values, name: 'dir' | 'id' | 'role' | 'folder' | 'step'): string {
  const value = values[name];
  if (value === undefined || value === '') throw new UnusableInput(`--${name} is missing.`);
  return value;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, name: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UnusableInput(`--${name} takes ${allowed.join(', ')}.`);
  return found;
}

/** Options that a subcommand does not know are refused: an address or a status must not be lost in silence. */
function takesOnly(values: Values, names: readonly string[]): void {
  const other = Object.keys(values).find((name) => !names.includes(name));
  if (other !== undefined) throw new UnusableInput(`--${other} does not belong to this subcommand.`);
}

function matching(pattern: RegExp, value: string, name: string, like: string): string {
  if (!pattern.test(value)) throw new UnusableInput(`--${name} takes ${like}.`);
  return value;
}

function didOf(value: string, name: string): string {
  return matching(DID, value, name, 'an identifier like did:act:rail.example/tickets');
}

function folderOf(value: string): string {
  return matching(FOLDER, value, 'folder', 'the name of a folder below --dir');
}

async function init(values: Values, now: number): Promise<string> {
  takesOnly(values, ['dir']);
  const path = await trustInit(required(values, 'dir'), now);
  return `pin this key   ${path}\n`;
}

async function certify(values: Values, now: number): Promise<string> {
  takesOnly(values, ['dir', 'id', 'role', 'folder', 'new-keys']);
  const entity: CertifiedEntity = {
    id: didOf(required(values, 'id'), 'id'),
    role: oneOf(ROLES, required(values, 'role'), 'role'),
    folder: folderOf(required(values, 'folder')),
  };
  const issued = await trustCertify(
    required(values, 'dir'),
    entity,
    now,
    values['new-keys'] ? 'renew' : 'keep',
  );
  return `certificates issued   ${issued}\n`;
}

function endpointsOf(values: Values): Pick<EntryChange, 'endpoints'> {
  const base = values['base-url'];
  const capability = values['capability-url'];
  const statusList = values['status-list-url'];
  // Addresses are written behind it as they stand, and what is compared with it is compared byte by byte.
  if (base !== undefined && !isBaseUrl(base)) {
    throw new UnusableInput(`--base-url takes ${BASE_URL_FORM}.`);
  }
  for (const [name, address] of Object.entries({
    'capability-url': capability,
    'status-list-url': statusList,
  }))
    if (address !== undefined && !URL.canParse(address))
      throw new UnusableInput(`--${name} is not an address.`);
  const endpoints = {
    ...(base === undefined ? {} : { base_url: base }),
    ...(capability === undefined ? {} : { capability_url: capability }),
    ...(statusList === undefined ? {} : { status_list_url: statusList }),
  };
  return Object.keys(endpoints).length === 0 ? {} : { endpoints };
}

function changesOf(values: Values): readonly EntryChange[] {
  const { id, status, revoke, folder, name: called } = values;
  for (const name of ['step', 'new-keys'] as const) {
    if (values[name] !== undefined) throw new UnusableInput(`--${name} does not belong to this subcommand.`);
  }
  if (id === undefined) {
    takesOnly(values, ['dir', 'operator']);
    return [];
  }
  const change: EntryChange = {
    id: didOf(id, 'id'),
    role: oneOf(ROLES, required(values, 'role'), 'role'),
    ...(status === undefined ? {} : { status: oneOf(STATUSES, status, 'status') }),
    ...endpointsOf(values),
    ...(called === undefined ? {} : { name: called }),
    ...(revoke === undefined ? {} : { revokedCertificates: revoke }),
    ...revokedFromOf(values),
    ...(folder === undefined ? {} : { folder: folderOf(folder) }),
  };
  return [change];
}

/** The moment from which on the certificates that are revoked now are not good. */
function revokedFromOf({ revoke, 'revoked-from': from }: Values): Pick<EntryChange, 'revokedFrom'> {
  if (from === undefined) return {};
  if (revoke === undefined) throw new UnusableInput('--revoked-from says when --revoke begins.');
  try {
    return { revokedFrom: parseUtcSeconds(from) };
  } catch {
    throw new UnusableInput('--revoked-from takes a time like 2026-01-12T01:00:00Z.');
  }
}

async function publish(values: Values, now: number): Promise<string> {
  const { operator } = values;
  const changes = changesOf(values);
  const named = operator === undefined ? {} : { operator: didOf(operator, 'operator') };
  const { sequence, signed } = await trustPublish(required(values, 'dir'), { ...named, changes, now });
  return `trust list ${sequence}   ${signed ? 'signed' : 'unchanged, still current'}\n`;
}

async function rotate(values: Values, now: number): Promise<string> {
  takesOnly(values, ['dir', 'step']);
  const step = oneOf(STEPS, required(values, 'step'), 'step');
  const path = await rotateTrustListKey(required(values, 'dir'), step, now);
  return step === 'switch' ? 'the next key signs now\n' : `pin these keys   ${path}\n`;
}

const SUBCOMMANDS: ReadonlyMap<string, (values: Values, now: number) => Promise<string>> = new Map([
  ['init', init],
  ['certify', certify],
  ['publish', publish],
  ['rotate', rotate],
]);

/** `openact trust`: runs the certificates and the trust list of a deployment, in one folder. */
export const trustCommand: Command = async (args, io) => {
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    io.write(TRUST_USAGE);
    return EXIT.ok;
  }
  const [name = '', ...others] = positionals;
  const subcommand = SUBCOMMANDS.get(name);
  if (subcommand === undefined || others.length > 0)
    throw new UnusableInput('trust takes init, certify, publish or rotate.');
  io.write(await subcommand(values, io.now()));
  return EXIT.ok;
};
