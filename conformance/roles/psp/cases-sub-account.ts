import { digestOf } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import type { Answer } from '../../live/http.ts';
import type { Notes } from '../../run/case.ts';
import { id, MINUTE, type Spoilt } from '../account/bank.ts';
import {
  must,
  mustNotPay,
  mustRefuse,
  mustSucceed,
  negative,
  type PspCase,
  positive,
  SUB_ACCOUNTS,
} from './steps.ts';
import { hundredths, type Order, PRICE, type Till } from './till.ts';

const NEEDS = [SUB_ACCOUNTS];
const PAID = hundredths(PRICE.payer_amount);

interface Card {
  readonly id: string;
  readonly key: Signer;
}

interface OpenSpoils {
  readonly delegator?: string;
  readonly proof?: Spoilt;
  readonly command?: Spoilt;
  readonly key?: Signer;
}

const jwkOf = ({ key }: Signer): JsonObject => ({ ...key.publicJwk }) as JsonObject;

const keyProof = (till: Till, target: string, key: Signer, spoilt: Spoilt = {}): string =>
  till.command('sub_account.prove', target, { iss: key.key.jkt, aud: till.settings.id }, key, spoilt);

export function askOpen(till: Till, card: Card, notes: Notes, spoils: OpenSpoils = {}): Promise<Answer> {
  const limits = till.limits();
  const sub_account_key = jwkOf(card.key);
  const params = { digest: digestOf({ limits, sub_account_key }) };
  const claims = { aud: till.settings.id, params };
  return till.post(
    '/sub-accounts',
    {
      delegator_identity: spoils.delegator ?? till.settings.delegator,
      limits,
      agent_attestation: till.attestation(),
      command: till.command('sub_account.open', card.id, claims, till.cast.agent, spoils.command),
      sub_account_key,
      key_proof: keyProof(till, card.id, card.key, spoils.proof),
    },
    notes,
  );
}

export const newCard = (till: Till): Card => ({ id: id('card'), key: till.cast.bare(id('card key')) });

export function askManage(
  till: Till,
  verb: 'fund' | 'freeze' | 'close',
  card: Card,
  notes: Notes,
  claims: JsonObject = {},
  spoilt: Spoilt = {},
): Promise<Answer> {
  const command = till.deviceCommand(
    `sub_account.${verb}`,
    card.id,
    { aud: till.settings.id, ...claims },
    spoilt,
  );
  return till.post(`/sub-accounts/${card.id}/${verb}`, { command }, notes);
}

export const money = (till: Till, amount: string): JsonObject => ({
  params: till.written({ amount, currency: till.settings.currency }),
});

export async function manage(
  till: Till,
  verb: 'fund' | 'freeze' | 'close',
  card: Card,
  notes: Notes,
  claims: JsonObject = {},
) {
  const answer = await askManage(till, verb, card, notes, claims);
  mustSucceed(answer, 200, 'http/sub-account.json');
  return answer.body as JsonObject;
}

function askUnfreeze(till: Till, card: Card, key: Signer, notes: Notes): Promise<Answer> {
  const sub_account_key = jwkOf(key);
  const claims = { aud: till.settings.id, params: { digest: digestOf(sub_account_key) } };
  const command = till.deviceCommand('sub_account.unfreeze', card.id, claims);
  const body = { command, sub_account_key, key_proof: keyProof(till, card.id, key) };
  return till.post(`/sub-accounts/${card.id}/unfreeze`, body, notes);
}

/** A sub-account of the agent with money in it. @throws SubjectFault */
export async function openCard(till: Till, notes: Notes, fund = '20.00'): Promise<Card> {
  // Without a tool the agent would be unknown for its queries.
  await till.toolRef(notes);
  const card = newCard(till);
  const asked = await askOpen(till, card, notes);
  mustSucceed(asked, 202);
  await till.approve(asked.body?.confirmation_id, notes);
  await manage(till, 'fund', card, notes, money(till, fund));
  return card;
}

export async function view(till: Till, { id: target }: Card, notes: Notes): Promise<JsonObject> {
  const command = till.command('sub_account.read', target, { aud: till.settings.id }, till.cast.agent);
  const answer = await till.get(`/sub-accounts/${target}`, command, notes);
  mustSucceed(answer, 200, 'http/sub-account.json');
  return answer.body;
}

export const onCard = async (till: Till, card: Card, notes: Notes): Promise<bigint> =>
  till.smallest((await view(till, card, notes)).balance);

/** Pays from the card: exactly that leaves it, and nothing leaves the main account. @throws SubjectFault */
export async function payFrom(till: Till, card: Card, notes: Notes): Promise<void> {
  const [main, before] = [await till.balance(notes), await onCard(till, card, notes)];
  await till.pay(notes, { iac: { delegation_mode: 'BOUNDED' }, card });
  must(before - (await onCard(till, card, notes)) === PAID, 'Another amount left the sub-account.');
  must((await till.balance(notes)) === main, 'Money left the main account.');
}

/** A payment from a card with one thing changed: refused, nothing left the card; then a good one from the same card. */
function badCardPayment(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (till: Till, card: Card) => Order & { readonly bare?: true },
): PspCase {
  return negative(
    requirement,
    `card-${slug}`,
    title,
    async (till, notes) => {
      const card = await openCard(till, notes);
      await payFrom(till, card, notes);
      const before = await onCard(till, card, notes);
      const { bare, ...order } = spoil(till, card);
      const whole = { iac: { delegation_mode: 'BOUNDED' }, card, ...order };
      const { body, ...payment } = await till.payment(whole, notes);
      const { sub_account_proof: _proof, ...unproved } = body;
      await mustNotPay(till, { ...payment, body: bare ? unproved : body }, code, notes);
      must((await onCard(till, card, notes)) === before, 'Money left the sub-account.');
      await payFrom(till, card, notes);
    },
    NEEDS,
  );
}

export const subAccountCases: readonly PspCase[] = [
  positive(
    'PSD-AGT-SUB-01',
    'card-opens-on-the-delegators-wish',
    'A sub-account is opened by the delegator’s confirmation, and not before.',
    async (till, notes) => {
      const card = newCard(till);
      const asked = await askOpen(till, card, notes);
      mustSucceed(asked, 202);
      must(
        (await view(till, card, notes)).state === 'PENDING_CONFIRMATION',
        'It is open before anybody agreed.',
      );
      await till.approve(asked.body?.confirmation_id, notes);
      must((await view(till, card, notes)).state === 'ACTIVE', 'A yes has opened nothing.');
    },
    NEEDS,
  ),
  positive(
    'PSD-AGT-SUB-08',
    'card-ties-together',
    'It names its id, its agent, its state, its key and the state of the key.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const shown = await view(till, card, notes);
      const key = isObject(shown.key) ? shown.key : {};
      must(shown.sub_account_id === card.id && shown.agent_id === SUITE_IDS.agent, 'It is another’s.');
      must(key.jkt === card.key.key.jkt && key.state === 'ACTIVE', 'It has another key.');
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-AUP-05',
    'card-pays-from-itself',
    'Money of a payment from a sub-account leaves it, and no other account.',
    async (till, notes) => payFrom(till, await openCard(till, notes), notes),
    NEEDS,
  ),
  positive(
    'OA-SUB-04',
    'card-tells-its-use',
    'The agent reads what was paid from it.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      await payFrom(till, card, notes);
      await payFrom(till, card, notes);
      const usage = (await view(till, card, notes)).usage as JsonObject;
      must(usage.payments === 2, `${String(usage.payments)} payments are told.`);
      must(till.smallest(usage.paid) === 2n * PAID, `${String(usage.paid)} is told.`);
    },
    NEEDS,
  ),
  positive(
    'PSD-AGT-SUB-03',
    'card-is-funded',
    'What the delegator puts in leaves the main account and is in the sub-account.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const [main, before] = [await till.balance(notes), await onCard(till, card, notes)];
      await manage(till, 'fund', card, notes, money(till, '3.00'));
      must((await onCard(till, card, notes)) - before === 300n, 'Another amount has come in.');
      must(main - (await till.balance(notes)) === 300n, 'Another amount has left.');
    },
    NEEDS,
  ),
  positive(
    'OA-SUB-02',
    'card-closed-gives-back',
    'What is left when it is closed goes back where it came from.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      await payFrom(till, card, notes);
      const [main, left] = [await till.balance(notes), await onCard(till, card, notes)];
      const { state } = await manage(till, 'close', card, notes);
      must(state === 'CLOSED', `It is ${String(state)}.`);
      must((await till.balance(notes)) - main === left, 'Another amount came back.');
    },
    NEEDS,
  ),
  positive(
    'PSD-AGT-SUB-04',
    'card-stopped-by-the-delegator',
    'The delegator freezes it, and closes it.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      await manage(till, 'freeze', card, notes);
      const { state, key } = await view(till, card, notes);
      must(state === 'FROZEN' && (key as JsonObject).state === 'DEAD', `It is ${String(state)}.`);
      await manage(till, 'close', card, notes);
      must((await view(till, card, notes)).state === 'CLOSED', 'It is not closed.');
    },
    NEEDS,
  ),
  negative(
    'OA-SUB-03',
    'card-at-the-cashier-without-proof',
    'At act:L1 without the proof of its key; with it, and with the user’s yes, it pays from its own money alone.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const before = await onCard(till, card, notes);
      const { body } = await till.payment({ card }, notes, 'cashier');
      const { sub_account_proof: _proof, ...bare } = body;
      mustRefuse(await till.post('/instant-payments', bare, notes), 'sub_account_key_invalid');
      must((await onCard(till, card, notes)) === before, 'Money left the sub-account.');
      const main = await till.balance(notes);
      const asked = await till.post(
        '/instant-payments',
        (await till.payment({ card }, notes, 'cashier')).body,
        notes,
      );
      mustSucceed(asked, 202);
      must((await onCard(till, card, notes)) === before, 'Money left it before the user has spoken.');
      await till.approve(asked.body.confirmation_id, notes);
      must(before - (await onCard(till, card, notes)) === PAID, 'Another amount left the sub-account.');
      must((await till.balance(notes)) === main, 'Money left the main account.');
    },
    NEEDS,
  ),
  positive(
    'PSD-AGT-SUB-12',
    'card-whole-life',
    'Opened, funded, frozen, unfrozen under a new key, closed, and read at each step.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      must((await manage(till, 'freeze', card, notes)).state === 'FROZEN', 'It is not frozen.');
      const key = till.cast.bare(id('card key'));
      mustSucceed(await askUnfreeze(till, card, key, notes), 200, 'http/sub-account.json');
      await payFrom(till, { ...card, key }, notes);
      must((await manage(till, 'close', card, notes)).state === 'CLOSED', 'It is not closed.');
      must((await view(till, card, notes)).state === 'CLOSED', 'It does not read as closed.');
    },
    NEEDS,
  ),
  negative(
    'PSD-AGT-SUB-07',
    'card-frozen',
    'A payment from what is frozen; under its new key it pays again.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      await payFrom(till, card, notes);
      await manage(till, 'freeze', card, notes);
      const order = { iac: { delegation_mode: 'BOUNDED' }, card };
      await mustNotPay(till, await till.payment(order, notes), 'sub_account_frozen', notes);
      const key = till.cast.bare(id('card key'));
      mustSucceed(await askUnfreeze(till, card, key, notes), 200);
      await payFrom(till, { ...card, key }, notes);
    },
    NEEDS,
  ),
  negative(
    'PSD-AGT-SUB-07',
    'card-old-key',
    'The key of before the freeze, after it.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      await manage(till, 'freeze', card, notes);
      const key = till.cast.bare(id('card key'));
      mustSucceed(await askUnfreeze(till, card, key, notes), 200);
      const order = { iac: { delegation_mode: 'BOUNDED' }, card };
      await mustNotPay(till, await till.payment(order, notes), 'sub_account_key_invalid', notes);
      await payFrom(till, { ...card, key }, notes);
    },
    NEEDS,
  ),
  negative(
    'OA-SUB-01',
    'card-unfrozen-under-its-old-key',
    'Back into use under the key that the freeze has killed.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      await manage(till, 'freeze', card, notes);
      mustRefuse(await askUnfreeze(till, card, card.key, notes), 'sub_account_key_reused');
      must((await view(till, card, notes)).state === 'FROZEN', 'It is in use again.');
      const key = till.cast.bare(id('card key'));
      mustSucceed(await askUnfreeze(till, card, key, notes), 200);
      await payFrom(till, { ...card, key }, notes);
    },
    NEEDS,
  ),
  negative(
    'PSD-AGT-SUB-05',
    'card-closed',
    'A payment from what is closed.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      await payFrom(till, card, notes);
      await manage(till, 'close', card, notes);
      const order = { iac: { delegation_mode: 'BOUNDED' }, card };
      await mustNotPay(till, await till.payment(order, notes), 'sub_account_closed', notes);
      await payFrom(till, await openCard(till, notes), notes);
    },
    NEEDS,
  ),
  negative(
    'PSD-AGT-SUB-09',
    'card-unfrozen-while-in-use',
    'A new key for what is not frozen.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const key = till.cast.bare(id('card key'));
      mustRefuse(await askUnfreeze(till, card, key, notes), 'sub_account_transition_illegal');
      await payFrom(till, card, notes);
      await manage(till, 'freeze', card, notes);
      mustSucceed(await askUnfreeze(till, card, key, notes), 200);
      await payFrom(till, { ...card, key }, notes);
    },
    NEEDS,
  ),
  negative(
    'PSD-AGT-SUB-05',
    'card-frozen-after-its-end',
    'A freeze of what is closed.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      await manage(till, 'close', card, notes);
      mustRefuse(await askManage(till, 'freeze', card, notes), 'sub_account_closed');
      must((await view(till, card, notes)).state === 'CLOSED', 'It is closed no more.');
      await manage(till, 'freeze', await openCard(till, notes), notes);
    },
    NEEDS,
  ),
  negative(
    'PSD-PAY-DEL-17',
    'card-overdrawn',
    'More than is in the sub-account, of an owner who has more.',
    async (till, notes) => {
      const card = await openCard(till, notes, '0.99');
      const order = { iac: { delegation_mode: 'BOUNDED' }, card };
      await mustNotPay(till, await till.payment(order, notes), 'balance_insufficient', notes);
      await manage(till, 'fund', card, notes, money(till, '0.01'));
      await payFrom(till, card, notes);
    },
    NEEDS,
  ),
  negative(
    'PSD-PAY-DEL-17',
    'card-funded-beyond-the-account',
    'More than the account has, put into a sub-account.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const [main, before] = [await till.balance(notes), await onCard(till, card, notes)];
      try {
        const answer = await askManage(till, 'fund', card, notes, money(till, '900000000.00'));
        mustRefuse(answer, 'balance_insufficient');
        must(
          (await till.balance(notes)) === main && (await onCard(till, card, notes)) === before,
          'Money was moved.',
        );
        await manage(till, 'fund', card, notes, money(till, '0.01'));
      } finally {
        // Whatever went in comes back: the account is needed afterwards.
        await askManage(till, 'close', card, notes);
      }
    },
    NEEDS,
  ),
  positive(
    'OA-LDG-02',
    'card-race-at-its-balance',
    'Eight payments at once from a sub-account that has three: three are paid.',
    async (till, notes) => {
      const card = await openCard(till, notes, '3.50');
      const mandate = till.mandate(till.iac({ delegation_mode: 'BOUNDED' }));
      const payments = [];
      for (let count = 0; count < 8; count += 1)
        payments.push(await till.payment({ of: { mandate }, card }, notes));
      const answers = await Promise.all(payments.map((payment) => till.ask(payment, notes)));
      const good = answers.filter(({ status }) => status === 200).length;
      must(good === 3, `${good} payments were acknowledged.`);
      for (const answer of answers) if (answer.status !== 200) mustRefuse(answer, 'balance_insufficient');
      must((await onCard(till, card, notes)) === 50n, 'Another amount is left.');
    },
    NEEDS,
  ),
  badCardPayment(
    'PSD-AGT-SUB-06',
    'sub_account_key_invalid',
    'without-proof',
    'No proof by the key of the sub-account.',
    () => ({
      bare: true,
    }),
  ),
  badCardPayment(
    'PSD-AGT-SUB-06',
    'sub_account_key_invalid',
    'proved-by-another',
    'A proof by another key.',
    (till, card) => ({
      card: { ...card, key: till.cast.bare(id('card key')) },
    }),
  ),
  badCardPayment(
    'PSD-AGT-SUB-06',
    'sub_account_key_invalid',
    'proof-of-another-request',
    'A proof over another request.',
    () => ({ proof: { claims: { params: { digest: 'A'.repeat(43) } } } }),
  ),
  badCardPayment(
    'PSD-PAY-DEL-15',
    'sub_account_key_invalid',
    'unproved',
    'A dedicated sub-account, without the proof by its key.',
    () => ({ bare: true }),
  ),
  badCardPayment(
    'PSD-AGT-SUB-10',
    'sub_account_unknown',
    'no-such-card',
    'A sub-account that does not exist.',
    (_, card) => ({
      card: { ...card, id: 'card-nobody-opened' },
    }),
  ),
  ...(
    [
      [
        'PSD-AGT-SUB-02',
        'sub_account_identity_failed',
        'of-nobody',
        'A delegator who has no account.',
        () => ({ delegator: 'did:act:suite.example/nobody' }),
      ],
      [
        'OA-KEY-03',
        'possession_proof_invalid',
        'without-its-key',
        'A key that nobody proves to hold.',
        (till: Till) => ({ proof: { signer: till.cast.stranger } }),
      ],
      [
        'OA-CMD-03',
        'command_time_out_of_window',
        'too-old',
        'A command of two minutes ago.',
        (till: Till) => ({ command: { claims: { iat: till.now() - 2 * MINUTE } } }),
      ],
      [
        'OA-CMD-04',
        'command_target_mismatch',
        'other-limits',
        'A command over other limits.',
        () => ({ command: { claims: { params: { digest: 'A'.repeat(43) } } } }),
      ],
    ] as const
  ).map(([requirement, code, slug, title, spoil]) =>
    negative(
      requirement,
      `card-opened-${slug}`,
      title,
      async (till, notes) => {
        await openCard(till, notes);
        const [card, waiting] = [newCard(till), (await till.inbox(notes)).length];
        mustRefuse(await askOpen(till, card, notes, spoil(till)), code);
        must((await till.inbox(notes)).length === waiting, 'The delegator is asked about what was refused.');
        await openCard(till, notes);
      },
      NEEDS,
    ),
  ),
  negative(
    'OA-SUB-01',
    'card-under-the-agents-key',
    'A sub-account under the key that the agent signs with.',
    async (till, notes) => {
      const card = { ...newCard(till), key: till.cast.agent };
      mustRefuse(await askOpen(till, card, notes), 'sub_account_key_reused');
      await openCard(till, notes);
    },
    NEEDS,
  ),
  negative(
    'OA-CMD-01',
    'card-funded-by-its-agent',
    'The agent puts money in, which is the delegator’s to do.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const before = await onCard(till, card, notes);
      const claims = { aud: till.settings.id, ...money(till, '1.00') };
      const command = till.command('sub_account.fund', card.id, claims, till.cast.agent);
      mustRefuse(
        await till.post(`/sub-accounts/${card.id}/fund`, { command }, notes),
        'command_not_permitted',
      );
      must((await onCard(till, card, notes)) === before, 'Money has come in.');
      await manage(till, 'fund', card, notes, money(till, '1.00'));
    },
    NEEDS,
  ),
];
