import { type Settings, UsageError } from '../../run/case.ts';
import { certificateAt } from '../../run/certificate.ts';
import { addressAt, textAt } from '../../run/members.ts';
import type { ControlSettings } from '../account/settings.ts';

/** What a credit service declares about itself. */
export interface CreditSettings {
  readonly url: string;
  readonly id: string;
  /** Certificate as standard base64 of the DER; read when it is needed. */
  readonly anchor: () => string;
  readonly control?: ControlSettings;
  /** How long an application waits, and after how long an association is verified again. */
  readonly applicationSeconds: number;
  readonly reverifySeconds: number;
  /** A program that starts the subject; it reads what `openact conformance keys` prints from standard input. */
  readonly start?: readonly string[];
  readonly folder: string;
  readonly secret: string;
  readonly port: number;
}

type Own = Readonly<Record<string, unknown>>;

const MEMBERS = [
  'url',
  'id',
  'anchor',
  'control',
  'application_seconds',
  'reverify_seconds',
  'start',
  'suite',
];
const DAY = 86_400;

const text = (own: unknown, member: string, where = 'credit'): string => textAt(own, member, where);

function seconds(own: Own, member: string, otherwise: number): number {
  const value = own[member] ?? otherwise;
  if (!Number.isSafeInteger(value) || Number(value) < 60)
    throw new UsageError(`credit.${member} is no whole number of 60 or more.`);
  return Number(value);
}

function suiteOf({ suite }: Own): { readonly port: number; readonly secret: string } {
  const own = (suite ?? {}) as Own;
  const port = Number(own.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError('credit.suite.port is not a port.');
  const secret = text(own, 'secret', 'credit.suite');
  if (secret.length < 16) throw new UsageError('credit.suite.secret has fewer than 16 characters.');
  return { port, secret };
}

function startOf({ start = [] }: Own): readonly string[] {
  if (!Array.isArray(start) || start.some((one) => typeof one !== 'string' || one === ''))
    throw new UsageError('credit.start is not a list of texts.');
  return start;
}

/** @throws UsageError */
export function creditSettings({ own, folder }: Settings): CreditSettings {
  const unknown = Object.keys(own).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) throw new UsageError(`credit.${unknown} is not a member of a subject file.`);
  const anchor = text(own, 'anchor');
  const start = startOf(own);
  const { control } = own;
  return {
    url: addressAt(own, 'credit'),
    id: text(own, 'id'),
    anchor: () => certificateAt(folder, anchor),
    ...(control === undefined
      ? {}
      : {
          control: {
            url: addressAt(control, 'credit.control'),
            token: text(control, 'token', 'credit.control'),
          },
        }),
    applicationSeconds: seconds(own, 'application_seconds', DAY),
    reverifySeconds: seconds(own, 'reverify_seconds', 30 * DAY),
    ...(start.length === 0 ? {} : { start }),
    ...suiteOf(own),
    folder,
  };
}
