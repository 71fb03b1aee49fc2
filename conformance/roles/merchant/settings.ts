import { type Settings, UsageError } from '../../run/case.ts';
import { certificateAt } from '../../run/certificate.ts';
import { addressAt, textAt } from '../../run/members.ts';
import type { ControlSettings } from '../account/settings.ts';

export interface Item {
  readonly item_id: string;
  readonly price: string;
  readonly currency: string;
  readonly category: string;
}

/** What a merchant declares about itself. */
export interface MerchantSettings {
  readonly url: string;
  readonly id: string;
  /** Certificates as standard base64 of the DER. */
  readonly anchor: string;
  readonly chain: readonly string[];
  readonly account: string;
  readonly items: readonly [Item, Item];
  /** Of two resources that are sold by the request, the addresses below `url`. */
  readonly resources?: readonly [string, string];
  /** It records deliveries with a key of its own under `anchor`. */
  readonly records: boolean;
  /** An item of which there are few: a case takes all that is left, and gives it back. */
  readonly scarce?: Item;
  /** Of how many intents a minute at most it answers senders that prove nothing, all together. */
  readonly anonymousLimit?: number;
  readonly control?: ControlSettings;
  /** Everything that the suite signs with follows from it. */
  readonly secret: string;
  readonly port: number;
}

type Own = Readonly<Record<string, unknown>>;

const MEMBERS = [
  ...['url', 'id', 'anchor', 'chain', 'account', 'items', 'resources', 'records', 'suite'],
  ...['scarce', 'anonymous_limit', 'control'],
];
/** A flood is one of so many calls at most. */
const ANONYMOUS_LIMIT_MAX = 1_000;

const text = (own: unknown, member: string, where = 'merchant'): string => textAt(own, member, where);

function twoTexts(value: unknown, member: string): readonly [string, string] {
  const [one, other, ...more] = Array.isArray(value) ? value : [];
  if (typeof one !== 'string' || typeof other !== 'string' || more.length > 0 || one === other)
    throw new UsageError(`merchant.${member} is not a list of two different texts.`);
  return [one, other];
}

function itemsOf(value: unknown): readonly [Item, Item] {
  const [one, other] = Array.isArray(value) ? (value as readonly Own[]) : [];
  if (one === undefined || other === undefined) throw new UsageError('merchant.items has not two items.');
  return [itemOf(one, 'merchant.items'), itemOf(other, 'merchant.items')];
}

function itemOf(own: Own, where: string): Item {
  return {
    item_id: text(own, 'item_id', where),
    price: text(own, 'price', where),
    currency: text(own, 'currency', where),
    category: text(own, 'category', where),
  };
}

function controlOf({ control }: Own): { readonly control?: ControlSettings } {
  if (control === undefined) return {};
  const where = 'merchant.control';
  return { control: { url: addressAt(control, where), token: text(control, 'token', where) } };
}

function limitOf({ anonymous_limit: limit }: Own): { readonly anonymousLimit?: number } {
  if (limit === undefined) return {};
  if (!Number.isInteger(limit) || Number(limit) < 1 || Number(limit) > ANONYMOUS_LIMIT_MAX)
    throw new UsageError(`merchant.anonymous_limit is not a number from 1 to ${ANONYMOUS_LIMIT_MAX}.`);
  return { anonymousLimit: Number(limit) };
}

/** @throws UsageError */
export function merchantSettings({ own, folder }: Settings): MerchantSettings {
  const unknown = Object.keys(own).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) throw new UsageError(`merchant.${unknown} is not a member of a subject file.`);
  const suite = own.suite as Own | undefined;
  const port = Number(suite?.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError('merchant.suite.port is not a port.');
  const secret = text(suite, 'secret', 'merchant.suite');
  if (secret.length < 16) throw new UsageError('merchant.suite.secret has fewer than 16 characters.');
  const chain = Array.isArray(own.chain) ? own.chain : [];
  return {
    url: addressAt(own, 'merchant'),
    id: text(own, 'id'),
    anchor: certificateAt(folder, text(own, 'anchor')),
    chain: chain.map((path) => certificateAt(folder, String(path))),
    account: text(own, 'account'),
    items: itemsOf(own.items),
    ...(own.resources === undefined ? {} : { resources: twoTexts(own.resources, 'resources') }),
    records: own.records === true,
    ...(own.scarce === undefined ? {} : { scarce: itemOf(own.scarce as Own, 'merchant.scarce') }),
    ...limitOf(own),
    ...controlOf(own),
    secret,
    port,
  };
}
