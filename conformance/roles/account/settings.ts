import { type Settings, UsageError } from '../../run/case.ts';
import { certificateAt } from '../../run/certificate.ts';
import { addressAt, currencyAt, textAt } from '../../run/members.ts';

/** Where the subject offers the test-control contract (spec/15-conformance.md, 15.3). */
export interface ControlSettings {
  readonly url: string;
  readonly token: string;
}

/** What an account side (issuer) or a payment service declares about itself. */
export interface AccountSettings {
  readonly url: string;
  readonly id: string;
  /** Who asks delegators: audience of devices and confirmations. For an issuer itself. */
  readonly accountSide: string;
  /** Certificates as standard base64 of the DER; read when they are needed, because `start` may make them. */
  readonly anchor: () => string;
  readonly chain: () => readonly string[];
  /** Of a payment service whose account side issues mandates too: the anchor of those. */
  readonly accountSideAnchor?: () => string;
  /** The person whose device and account the suite has. */
  readonly delegator: string;
  readonly deviceId?: string;
  readonly control?: ControlSettings;
  /** Of an issuer: a way of confirming that it does not allow. */
  readonly refusedMethod?: RefusedMethod;
  /** Of a payment service that clears with others: where its operator speaks to it (spec/18-interconnection.md, 18.5). */
  readonly operator?: ControlSettings;
  /** Of a payment service: the funded account of the delegator, and one of each of the suite's two sellers. */
  readonly account: string;
  readonly payees: readonly [string, string];
  /** Of a payment service: of all its accounts. Of an issuer: what it is asked for mandates in. */
  readonly currency: string;
  /** It records with a key of its own under `anchor`, and anchors in the suite's log. */
  readonly records: boolean;
  /** It tells what operators see to the suite as its collector (spec/13-http.md, 13.8). */
  readonly telemetry: boolean;
  /** A program that starts the subject; it reads what `openact conformance keys` prints from standard input. */
  readonly start?: readonly string[];
  readonly folder: string;
  readonly secret: string;
  readonly port: number;
}

/** Ways of confirming that an issuer may refuse, each with a channel that has it. The suite itself confirms by finger and face. */
export const REFUSABLE = {
  PASSWORD: 'PHONE',
  OTP: 'PHONE',
  GAZE: 'GLASSES',
  VOICE: 'GLASSES',
  QR: 'QR_CODE',
} as const;
export type RefusedMethod = keyof typeof REFUSABLE;

type Own = Readonly<Record<string, unknown>>;

const MEMBERS = [
  'url',
  'id',
  'anchor',
  'chain',
  'delegator',
  'device_id',
  'currency',
  'control',
  'start',
  'suite',
];
const ISSUER_MEMBERS = [...MEMBERS, 'refused_method'];
const PSP_MEMBERS = [
  ...MEMBERS,
  'account_side',
  'account_side_anchor',
  'account',
  'payees',
  'records',
  'operator',
  'telemetry',
];

function reader(own: unknown, where: string) {
  return (member: string): string => textAt(own, member, where);
}

function suiteOf(own: Own, role: string): { readonly port: number; readonly secret: string } {
  const suite = (own.suite ?? {}) as Own;
  const port = Number(suite.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError(`${role}.suite.port is not a port.`);
  const secret = reader(suite, `${role}.suite`)('secret');
  if (secret.length < 16) throw new UsageError(`${role}.suite.secret has fewer than 16 characters.`);
  return { port, secret };
}

/** An address and its token, where the file names them. */
function behindToken<Name extends 'control' | 'operator'>(
  own: Own,
  role: string,
  name: Name,
): { readonly [key in Name]?: ControlSettings } {
  if (own[name] === undefined) return {};
  const there = own[name];
  const where = `${role}.${name}`;
  const settings = { url: addressAt(there, where), token: reader(there, where)('token') };
  return { [name]: settings } as { readonly [key in Name]?: ControlSettings };
}

function texts(own: Own, member: string, role: string): readonly string[] {
  const value = own[member] ?? [];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' || one === ''))
    throw new UsageError(`${role}.${member} is not a list of texts.`);
  return value;
}

function payeesOf(own: Own): readonly [string, string] {
  const [one, other, ...more] = texts(own, 'payees', 'psp');
  if (one === undefined || other === undefined || more.length > 0 || one === other)
    throw new UsageError('psp.payees is not a list of two different accounts.');
  return [one, other];
}

function refusedMethodOf(own: Own): { readonly refusedMethod?: RefusedMethod } {
  const { refused_method: method } = own;
  if (method === undefined) return {};
  const known = (Object.keys(REFUSABLE) as RefusedMethod[]).find((one) => one === method);
  if (known === undefined)
    throw new UsageError(`issuer.refused_method is none of ${Object.keys(REFUSABLE).join(', ')}.`);
  return { refusedMethod: known };
}

/** @throws UsageError */
export function accountSettings(role: 'issuer' | 'psp', { own, folder }: Settings): AccountSettings {
  const known = role === 'psp' ? PSP_MEMBERS : ISSUER_MEMBERS;
  const unknown = Object.keys(own).find((member) => !known.includes(member));
  if (unknown !== undefined) throw new UsageError(`${role}.${unknown} is not a member of a subject file.`);
  const text = reader(own, role);
  const control = behindToken(own, role, 'control');
  const start = texts(own, 'start', role);
  const anchor = text('anchor');
  const chain = texts(own, 'chain', role);
  if (own.device_id === undefined && control.control === undefined)
    throw new UsageError(`${role}.device_id is missing: without it ${role}.control has to give login codes.`);
  const more =
    role === 'psp'
      ? { accountSide: text('account_side'), account: text('account'), payees: payeesOf(own) }
      : { accountSide: text('id'), account: '', payees: ['', ''] as const };
  const { account_side_anchor: issuerAnchor } = own;
  return {
    ...(issuerAnchor === undefined
      ? {}
      : { accountSideAnchor: () => certificateAt(folder, String(issuerAnchor)) }),
    url: addressAt(own, role),
    id: text('id'),
    ...more,
    ...control,
    ...behindToken(own, role, 'operator'),
    ...suiteOf(own, role),
    ...refusedMethodOf(own),
    ...(own.device_id === undefined ? {} : { deviceId: text('device_id') }),
    ...(start.length === 0 ? {} : { start }),
    anchor: () => certificateAt(folder, anchor),
    chain: () => chain.map((path) => certificateAt(folder, path)),
    delegator: text('delegator'),
    currency: currencyAt(own, role),
    records: own.records === true,
    telemetry: own.telemetry === true,
    folder,
  };
}
