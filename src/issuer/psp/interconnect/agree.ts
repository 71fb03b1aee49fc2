import { expectJson, RemoteProblem } from '../../../http/index.ts';
import { traced } from '../../../http/traced.ts';
import { ActError, type Code } from '../../../protocol/errors/index.ts';
import type { CommandClaims, InterconnectNettingBody } from '../../../protocol/generated/types.ts';
import { validateInterconnectNettingBody } from '../../../protocol/generated/validators.js';
import { canonicalText, type JsonValue } from '../../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { consumeCommand, type Transaction } from '../../../store/index.ts';
import { type Command, partnerCommand } from '../commands.ts';
import type { PspParts } from '../parts.ts';
import type { Interconnection } from './config.ts';
import {
  agreeOn,
  assertApart,
  clearingLock,
  digestOfNetting,
  findNetting,
  keyOf,
  type NettingKey,
  type NettingRecord,
  nettingOf,
  openNetting,
  type StoredNetting,
  withdrawNetting,
} from './netting.ts';
import { clearingWith, reconcile } from './reconcile.ts';
import { readStatement, type Statement, spanOf, targetOf } from './statement.ts';

/** What is said about a netting: that it is so, or that it is paid. */
export type NettingAction = 'interconnect.net' | 'interconnect.settle';

const PATHS: Readonly<Record<NettingAction, string>> = {
  'interconnect.net': '/interconnect/nettings',
  'interconnect.settle': '/interconnect/nettings/settle',
};

/**
 * Comes to terms with a partner about a span: compares the books, says what this service finds, and has the partner say
 * the same, signed. Again it is the same answer.
 *
 * @throws ActError netting_disagreed, interconnect_window_invalid, interconnect_partner_unknown, peer_*
 * @see OA-ICN-19
 */
export async function agreeNetting(parts: PspParts, key: NettingKey): Promise<StoredNetting> {
  const { store, clock, pspId } = parts;
  const { partner, currency } = key;
  clearingWith(parts, partner);
  assertSettledDown(parts, key);
  const before = await findNetting(store.read, key);
  if (before !== undefined && before.state !== 'OPEN') return before;
  const { mismatches } = await reconcile(parts, key);
  if (mismatches.length > 0) {
    const trades = mismatches.map(({ tradeNo, rule }) => `${tradeNo} ${rule}`).join(', ');
    throw new ActError('netting_disagreed', { trades });
  }
  const own = await readStatement(store.read, { pspId, partner, span: key });
  const record = await nettingOf(own, partner, currency);
  const digest = await digestOfNetting(record);
  await store.transact(async (tx) => {
    await tx.lock(clearingLock(key));
    await assertStill(tx, own, partner, key);
    await openNetting(tx, key, { record, digest, now: clock() });
  });
  const signed = await agreedBy(parts, key, { action: 'interconnect.net', record, digest });
  await store.transact((tx) => agreeOn(tx, key, { digest, signed, now: clock() }));
  return known(parts, key);
}

/**
 * The partner's word that it finds the same. When it says no, nothing is open any more: of two services that ask for spans
 * that overlap at once, neither holds the other up.
 */
async function agreedBy(parts: PspParts, key: NettingKey, saying: Saying): Promise<string> {
  try {
    return await sayToPartner(parts, key, saying);
  } catch (error) {
    if (error instanceof RemoteProblem && REFUSALS.includes(error.code)) {
      await parts.store.transact((tx) => withdrawNetting(tx, key, saying.digest));
    }
    throw error;
  }
}

/** What a partner says that has judged the netting, and not the message alone. */
const REFUSALS: readonly string[] = ['netting_disagreed', 'interconnect_window_invalid'] satisfies Code[];

/**
 * Whoever holds the clearing lock looks again: what was written since the span was read would be missed for ever.
 *
 * @throws ActError netting_disagreed, interconnect_window_invalid
 */
async function assertStill(tx: Transaction, own: Statement, partner: string, key: NettingKey): Promise<void> {
  await assertApart(tx, key);
  const again = await readStatement(tx, { pspId: own.psp_id, partner, span: key });
  const [before, after] = [own, again].map((one) => canonicalText(one as unknown as JsonValue));
  if (before !== after) throw new ActError('netting_disagreed', { members: 'trades_digest' });
}

/**
 * A trade that is being written while the span ends would be missed for ever: what is netted is over for a while.
 *
 * @throws ActError interconnect_window_invalid
 */
function assertSettledDown({ clock, policy }: PspParts, key: NettingKey): void {
  spanOf(targetOf(key), clock() - policy.interconnectPatienceSeconds);
}

async function known({ store }: PspParts, key: NettingKey): Promise<StoredNetting> {
  const found = await findNetting(store.read, key);
  if (found === undefined) throw new ActError('internal', { rule: 'netting' });
  return found;
}

/**
 * A partner says what it finds; this service says the same or refuses.
 *
 * @throws ActError netting_disagreed, interconnect_window_invalid, interconnect_partner_unknown, command_*, issuer_*,
 *   x509_*
 * @see OA-ICN-19
 */
export async function acceptNetting(
  parts: PspParts,
  body: InterconnectNettingBody,
): Promise<InterconnectNettingBody> {
  const { store, clock, pspId } = parts;
  const { command, key, digest } = await heard(parts, body, 'interconnect.net');
  assertSettledDown(parts, key);
  const own = await readStatement(store.read, { pspId, partner: key.partner, span: key });
  const record = await nettingOf(own, key.partner, key.currency);
  if ((await digestOfNetting(record)) !== digest) {
    throw new ActError('netting_disagreed', { members: differing(record, body.netting) });
  }
  await store.transact(async (tx) => {
    await tx.lock(clearingLock(key));
    const now = clock();
    await consumeCommand(tx, command.use);
    await assertStill(tx, own, key.partner, key);
    await openNetting(tx, key, { record, digest, now });
    await agreeOn(tx, key, { digest, signed: body.command, now });
    const stored = await findNetting(tx, key);
    if (stored?.digest !== digest) throw new ActError('netting_disagreed', { members: 'trades_digest' });
  });
  const { commandSigner } = clearingWith(parts, key.partner);
  const answer = { action: 'interconnect.net', record, digest } as const;
  return { netting: record, command: await signed(parts, commandSigner, key, answer) };
}

/** The names of members, and no figures of the other's customers. */
function differing(own: NettingRecord, theirs: NettingRecord): string {
  const names = [...new Set([...Object.keys(own), ...Object.keys(theirs)])] as (keyof NettingRecord)[];
  return names.filter((name) => JSON.stringify(own[name]) !== JSON.stringify(theirs[name])).join(' ');
}

/**
 * What a partner has said about a netting, verified: it is a partner, the command is over this very netting, and the
 * netting is between the two.
 *
 * @throws ActError interconnect_partner_unknown, command_*, issuer_*, x509_*
 */
export async function heard(
  parts: PspParts,
  { netting, command: compact }: InterconnectNettingBody,
  action: NettingAction,
): Promise<{ readonly command: Command; readonly key: NettingKey; readonly digest: string }> {
  const { iss } = readMessage('command', compact).claims;
  const key = keyOf(iss, netting);
  const command = await partnerCommand(parts, compact, { action, target: nameOf(key) });
  clearingWith(parts, iss);
  const digest = await digestOfNetting(netting);
  const isOurs = [iss, parts.pspId].toSorted().join(' ') === netting.parties.join(' ');
  if (!isOurs || command.claims.params?.digest !== digest) {
    throw new ActError('command_target_mismatch', { rule: 'digest' });
  }
  return { command, key, digest };
}

const nameOf = (key: NettingKey): string => `${targetOf(key)}/${key.currency}`;

interface Saying {
  readonly action: NettingAction;
  readonly record: NettingRecord;
  readonly digest: string;
  /** Of a settlement: the transfer that the money came by. */
  readonly evidenceRef?: string;
}

export function signed(
  { pspId, clock, random }: PspParts,
  signer: Interconnection['commandSigner'],
  key: NettingKey,
  { action, digest, evidenceRef }: Saying,
): Promise<string> {
  const claims: CommandClaims = {
    iss: pspId,
    aud: key.partner,
    jti: newId(random, 'cmd'),
    iat: clock(),
    action,
    target: nameOf(key),
    params: { digest, ...(evidenceRef === undefined ? {} : { evidence_ref: evidenceRef }) },
  };
  return signMessage('command', claims, signer);
}

/**
 * Says something about a netting to the partner.
 *
 * @returns the partner's command, which says the same
 * @throws ActError peer_answer_invalid, peer_*; RemoteProblem with the code of the partner
 */
export async function sayToPartner(parts: PspParts, key: NettingKey, saying: Saying): Promise<string> {
  const { partner } = key;
  const { commandSigner, http } = clearingWith(parts, partner);
  const step = { from: parts.pspId, to: partner, message: saying.action, note: nameOf(key) };
  return traced(parts.trace, step, async () => {
    const base = (await parts.trust.current(parts.clock())).entry(partner, 'PSP')?.endpoints?.base_url;
    if (base === undefined) throw new ActError('issuer_not_trusted', { entity: partner, role: 'PSP' });
    const body: InterconnectNettingBody = {
      netting: saying.record,
      command: await signed(parts, commandSigner, key, saying),
    };
    const answer = expectJson(
      validateInterconnectNettingBody,
      await http.post(`${base}${PATHS[saying.action]}`, body),
    );
    const { digest, command } = await heard(parts, answer, saying.action);
    if (command.claims.iss !== partner || digest !== saying.digest) {
      throw new ActError('peer_answer_invalid', { member: 'netting' });
    }
    return answer.command;
  });
}
