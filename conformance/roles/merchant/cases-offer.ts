import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { smallestOf, written } from '../../live/amounts.ts';
import { METHOD_ID, SUITE_IDS, utc } from '../../live/cast.ts';
import { type Answer, type Call, Caller } from '../../live/http.ts';
import { mustFit, ownFits } from '../../live/schemas.ts';
import { BEHIND, mustEndBefore, mustNotBeRead, type Readable, UNREADABLE } from '../../live/unreadable.ts';
import { type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import { id, type Shop } from './shop.ts';
import { type MerchantCase, must, mustRefuse, mustSucceed, negative, positive, prove } from './steps.ts';

const CATALOGUE = ['catalogue'];
const INTENTS = ['intents'];
const CAPABILITY = ['capability'];
const TWO_WAY = ['two-way'];
const AT_ONCE = 8;
const MINUTE = 60;
/** A method that no merchant takes. */
const UNHEARD_OF = 'urn:act:payment:suite-unheard-of';

type Listed = Readonly<Record<string, unknown>>;

async function catalogue(shop: Shop, notes: Notes): Promise<readonly Listed[]> {
  const answer = await shop.caller.call('/catalogue', {}, notes);
  mustSucceed(answer, 200, 'http/catalogue.json');
  must(answer.body.merchant === shop.settings.id, 'The catalogue is of another merchant.');
  return answer.body.items;
}

function intentBody(shop: Shop, changes: JsonObject = {}): JsonObject {
  const context = { constraints: { categories: [shop.item.category], currency: shop.item.currency } };
  return {
    request_id: id('itx'),
    agent_id: SUITE_IDS.agent,
    context,
    agent_attestation: shop.attestation(),
    ...changes,
  };
}

type Sender = 'agent' | 'stranger' | 'other key' | 'other agent';

/** The agent; somebody in its name; the agent with another key that its provider vouches for; or another agent. */
function signerOf({ cast }: Shop, by: Sender): Signer {
  if (by === 'other key') return cast.bare('other key of the agent');
  if (by === 'other agent') return cast.otherAgent;
  return by === 'agent' ? cast.agent : { ...cast.agent, key: cast.stranger.key };
}

function askIntent(shop: Shop, body: JsonObject, notes: Notes, by: Sender = 'agent') {
  const spoilt = {
    signer: signerOf(shop, by),
    claims: by === 'other agent' ? { iss: SUITE_IDS.otherAgent } : {},
  };
  const command = shop.command('intent.transfer', shop.settings.id, { digest: digestOf(body) }, spoilt);
  return shop.caller.call('/intents', { body, headers: { authorization: `ACT-Command ${command}` } }, notes);
}

/** An intent of somebody who gives the agent's name and proves nothing. */
function anonymous(shop: Shop, notes?: Notes): Promise<Answer> {
  const { agent_attestation: _, ...body } = intentBody(shop);
  ownFits('http/intent-transfer.json', body);
  return shop.caller.call('/intents', { body }, notes);
}

/** More of them than are answered in a minute. @returns the first refusal */
async function flood(shop: Shop, limit: number, notes: Notes): Promise<Answer | undefined> {
  for (let sent = 0; sent <= limit; sent += AT_ONCE) {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => anonymous(shop)));
    const refused = answers.find(({ status }) => status >= 400);
    if (refused === undefined) continue;
    notes.exchange({ what: `${sent + AT_ONCE} intents at once`, sent: null, received: refused.body });
    return refused;
  }
  return undefined;
}

/** What another agent, which its provider knows too, sends in its own name. */
function ofOtherAgent(shop: Shop, changes: JsonObject): JsonObject {
  const { otherAgent } = SUITE_IDS;
  const agent_attestation = shop.attestation({}, shop.cast.otherAgent, otherAgent);
  return intentBody(shop, { agent_id: otherAgent, agent_attestation, ...changes });
}

/** An intent that is answered, as a control. */
async function answered(shop: Shop, notes: Notes, changes: JsonObject = {}): Promise<JsonObject> {
  return answeredTo(shop, intentBody(shop, changes), notes);
}

async function answeredTo(shop: Shop, body: JsonObject, notes: Notes, by?: Sender): Promise<JsonObject> {
  ownFits('http/intent-transfer.json', body);
  const answer = await askIntent(shop, body, notes, by);
  mustSucceed(answer, 200, 'http/intent-answer.json');
  must(answer.body.request_id === body.request_id, 'The answer names another request.');
  return answer.body;
}

function badIntent(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  change: (shop: Shop) => JsonObject,
): MerchantCase {
  return negative(
    { requirement, slug: `intent-${slug}`, title },
    async (shop, notes) => {
      await answered(shop, notes);
      mustRefuse(await askIntent(shop, intentBody(shop, change(shop)), notes), code);
      await answered(shop, notes);
    },
    INTENTS,
  );
}

/** What is wrong with the proof that an intent brings, and what is sent for it. */
interface BadProof {
  readonly requirement: string;
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  readonly send: (shop: Shop, body: JsonObject, notes: Notes) => Promise<Answer>;
}

const withCommand = (shop: Shop, body: JsonObject, command: string, notes: Notes): Promise<Answer> =>
  shop.caller.call('/intents', { body, headers: { authorization: `ACT-Command ${command}` } }, notes);

const PROOFS: readonly BadProof[] = [
  {
    requirement: 'CID-INT-XFR-18',
    code: 'command_target_mismatch',
    slug: 'signed-over-another',
    title: 'An intent whose command was signed over another one.',
    send: (shop, body, notes) => {
      const other = digestOf(intentBody(shop));
      return withCommand(
        shop,
        body,
        shop.command('intent.transfer', shop.settings.id, { digest: other }),
        notes,
      );
    },
  },
  {
    requirement: 'CID-INT-XFR-18',
    code: 'command_missing',
    slug: 'attested-and-not-signed',
    title: 'An intent that brings what its provider says of its key, and no command by it.',
    send: (shop, body, notes) => shop.caller.call('/intents', { body }, notes),
  },
  {
    requirement: 'CID-INT-XFR-18',
    code: 'command_not_permitted',
    slug: 'in-another-name',
    title: 'An intent in the name of another agent than the one that proves its key.',
    send: (shop, body, notes) => askIntent(shop, { ...body, agent_id: SUITE_IDS.otherAgent }, notes),
  },
  {
    requirement: 'OA-CMD-02',
    code: 'command_duplicate',
    slug: 'replayed',
    title: 'An intent whose command was given before.',
    send: async (shop, body, notes) => {
      const command = shop.command('intent.transfer', shop.settings.id, { digest: digestOf(body) });
      mustSucceed(await withCommand(shop, body, command, notes), 200, 'http/intent-answer.json');
      return withCommand(shop, body, command, notes);
    },
  },
];

const badProof = ({ requirement, code, slug, title, send }: BadProof): MerchantCase =>
  negative(
    { requirement, slug: `intent-${slug}`, title },
    async (shop, notes) => {
      await answered(shop, notes);
      mustRefuse(await send(shop, intentBody(shop), notes), code);
      await answered(shop, notes);
    },
    INTENTS,
  );

/** How the merchant lets itself be asked about payment. A case about the other way is not run. */
async function declared(shop: Shop, mode: 'one-way' | 'two-way', notes: Notes) {
  const card = await shop.caller.call('/.well-known/agent-card.json', {}, notes);
  mustSucceed(card, 200, 'http/agent-card.json');
  const offer = card.body.capabilities['act:payment:negotiation'];
  must(['one-way', 'two-way'].includes(offer?.mode), `The mode is ${offer?.mode}.`);
  if (offer.mode !== mode) throw new NotRun(`The subject is in ${offer.mode} mode.`);
  return offer;
}

/** Calls an address that the card declares. It is whole: where the merchant is called stands in it, and not before it. */
function callAt(shop: Shop, member: string, url: unknown, call: Call, notes: Notes): Promise<Answer> {
  const address = URL.canParse(String(url)) ? new URL(String(url)) : undefined;
  if (address === undefined) throw new SubjectFault(`${member} is no address.`);
  const { origin, pathname, search } = address;
  must(origin === new URL(shop.settings.url).origin, `${member} lies elsewhere than the card.`);
  return new Caller(origin, shop.patience).call(`${pathname}${search}`, call, notes);
}

/** What a merchant in two-way mode takes of these methods, for one of the declared items. */
async function negotiated(shop: Shop, methods: readonly string[], notes: Notes) {
  const { negotiation_endpoint: endpoint } = await declared(shop, 'two-way', notes);
  const body: JsonObject = {
    agent_id: SUITE_IDS.agent,
    buyer_supported_methods: [...methods],
    currency: shop.item.currency,
    estimated_amount: Number(shop.item.price),
  };
  ownFits('http/negotiation-request.json', body);
  const answer = await callAt(shop, 'negotiation_endpoint', endpoint, { body }, notes);
  mustSucceed(answer, 200, 'http/negotiation-answer.json');
  return answer.body.supported_methods as readonly Listed[];
}

async function capability(shop: Shop, notes: Notes) {
  const offer = await declared(shop, 'one-way', notes);
  const answer = await callAt(shop, 'capability_url', offer.capability_url, {}, notes);
  mustSucceed(answer, 200, 'http/capability.json');
  return answer.body as { readonly agent_id: string; readonly supported_methods: readonly Listed[] };
}

/** A good request for a quote that is sent so that it must not be taken: a problem, and no order comes of it. */
const notTaken = (
  about: Parameters<typeof negative>[0],
  send: (shop: Shop, good: Readable, notes: Notes) => Promise<void>,
): MerchantCase =>
  negative(about, async (shop, notes) => {
    await prove(shop, notes);
    const before = await shop.stock(notes);
    const order = shop.order();
    const command = shop.command('quote.request', shop.settings.id, { digest: digestOf(order) });
    const body = JSON.stringify({ agent_attestation: shop.attestation(), order, command });
    await send(shop, { method: 'POST', path: '/quotes', body }, notes);
    must((await shop.stock(notes)) === before, 'What cannot be read has locked stock.');
    await shop.purchase(notes);
    shop.isProven = true;
  });

const unreadableCases: readonly MerchantCase[] = [
  ...UNREADABLE.map((way) =>
    notTaken({ requirement: 'OA-HTTP-05', slug: `http-${way.slug}`, title: way.title }, (shop, good, notes) =>
      mustNotBeRead(shop.caller, way, good, notes),
    ),
  ),
  notTaken(BEHIND, (shop, good, notes) => mustEndBefore(shop.caller, good, notes)),
];

/** The same refusal, told as a problem. */
function badCall(
  requirement: string,
  code: string,
  status: number,
  slug: string,
  title: string,
  call: Parameters<Shop['caller']['call']>,
): MerchantCase {
  return negative(
    { requirement, slug, title },
    async (shop, notes) => {
      await catalogue(shop, notes);
      mustRefuse(await shop.caller.call(...([call[0], call[1], notes] as const)), code, status);
      await catalogue(shop, notes);
    },
    CATALOGUE,
  );
}

export const offerCases: readonly MerchantCase[] = [
  positive(
    'CID-MER-CAT-10',
    'catalogue',
    'The catalogue can be read by machines, and has the two declared items.',
    async (shop, notes) => {
      const items = await catalogue(shop, notes);
      const missing = shop.settings.items.find(
        ({ item_id }) => !items.some((item) => item.item_id === item_id),
      );
      must(missing === undefined, `The catalogue has no ${missing?.item_id}.`);
    },
    CATALOGUE,
  ),
  positive(
    'CID-MER-CAT-01',
    'catalogue-ids-are-unique',
    'No two items have one id.',
    async (shop, notes) => {
      const ids = (await catalogue(shop, notes)).map(({ item_id }) => item_id);
      must(new Set(ids).size === ids.length, 'Two items have one id.');
    },
    CATALOGUE,
  ),
  ...(['name', 'category', 'price'] as const).map((member, at) =>
    positive(
      `CID-MER-CAT-0${at + 2}`,
      `catalogue-${member}`,
      `Every item has a ${member}.`,
      async (shop, notes) => {
        const bare = (await catalogue(shop, notes)).find(
          (item) => typeof item[member] !== 'string' || item[member] === '',
        );
        must(bare === undefined, `${String(bare?.item_id)} has no ${member}.`);
      },
      CATALOGUE,
    ),
  ),
  positive(
    'CID-MER-CAT-05',
    'catalogue-stock',
    'Items say whether they are in stock.',
    async (shop, notes) => {
      must((await shop.stock(notes)) !== undefined, 'The item says nothing of its stock.');
    },
    CATALOGUE,
  ),
  positive(
    'CID-PCA-NEG-08',
    'capability-is-declared',
    'The agent card leads to the payment capability.',
    async (shop, notes) => {
      must(
        (await capability(shop, notes)).agent_id === shop.settings.id,
        'The capability is of somebody else.',
      );
    },
    CAPABILITY,
  ),
  positive(
    'CID-PCA-NEG-01',
    'capability-names-methods',
    'The capability names methods, services, endpoints and schemas.',
    async (shop, notes) => {
      const { supported_methods: methods } = await capability(shop, notes);
      const known = methods.find(({ method_id }) => method_id === METHOD_ID);
      must(
        Array.isArray(known?.psps) && known.psps.some(({ psp_id }) => psp_id === SUITE_IDS.psp),
        'The method at the service of the suite is missing.',
      );
    },
    CAPABILITY,
  ),
  positive(
    'OA-NEG-01',
    'capability-is-what-quotes-accept',
    'What the capability offers is what a quote accepts.',
    async (shop, notes) => {
      const { supported_methods: methods } = await capability(shop, notes);
      const offered = methods.flatMap(({ method_id, psps }) =>
        (psps as readonly Listed[]).map(({ psp_id }) => `${method_id} ${psp_id}`),
      );
      const accepted = ((await shop.quote(notes)).claims.accepted as readonly Listed[]).map(
        (one) => `${one.method_id} ${one.psp_id}`,
      );
      must(JSON.stringify(offered.sort()) === JSON.stringify(accepted.sort()), 'They differ.');
    },
    [...CAPABILITY, 'orders'],
  ),
  positive(
    'CID-INT-XFR-05',
    'intent-answer-names-its-request',
    'The answer to an intent names its request.',
    async (shop, notes) => {
      await answered(shop, notes);
    },
    INTENTS,
  ),
  positive(
    'CID-INT-XFR-06',
    'intent-answer-has-candidates',
    'The answer to an intent has candidates of the category that was asked for.',
    async (shop, notes) => {
      const { candidates } = await answered(shop, notes);
      const list = candidates as readonly Listed[];
      must(
        list.length > 0 && list.every(({ category }) => category === shop.item.category),
        'A candidate is of another category.',
      );
      for (const one of list) mustFit('http/catalogue-item.json', one, 'A candidate');
    },
    INTENTS,
  ),
  positive(
    'CID-PCA-NEG-09',
    'two-way-endpoint',
    'A merchant that negotiates each purchase says where, and answers there.',
    async (shop, notes) => {
      await negotiated(shop, [METHOD_ID], notes);
    },
    TWO_WAY,
  ),
  positive(
    'CID-PCA-NEG-17',
    'two-way-answers',
    'The answer names the service of the suite, where it is, and what to send there.',
    async (shop, notes) => {
      const found = await negotiated(shop, [METHOD_ID], notes);
      must(
        found.some(({ psp_id, endpoint }) => psp_id === SUITE_IDS.psp && endpoint === shop.counter.url),
        'The service that it was set up with is missing.',
      );
    },
    TWO_WAY,
  ),
  positive(
    'CID-PCA-NEG-11',
    'two-way-what-both-have',
    'Of the methods that the buyer names those come back that the merchant takes, and no others.',
    async (shop, notes) => {
      const both = await negotiated(shop, [UNHEARD_OF, METHOD_ID], notes);
      must(
        both.length > 0 && both.every(({ method_id }) => method_id === METHOD_ID),
        'What comes back is not what both have.',
      );
      const none = await negotiated(shop, [UNHEARD_OF], notes);
      must(none.length === 0, `The buyer is offered ${String(none[0]?.method_id)}, which it did not name.`);
    },
    TWO_WAY,
  ),
  positive(
    'CID-INT-XFR-17',
    'intent-is-answered-in-structure',
    'An intent is taken, and each candidate is an item as the catalogue has them.',
    async (shop, notes) => {
      const { candidates } = await answered(shop, notes);
      const known = await catalogue(shop, notes);
      for (const one of candidates as readonly Listed[])
        must(
          known.some(({ item_id, price }) => item_id === one.item_id && price === one.price),
          `The candidate ${String(one.item_id)} is not sold here.`,
        );
    },
    [...INTENTS, ...CATALOGUE],
  ),
  badIntent(
    'CID-CART-CFM-20',
    'schema_mismatch',
    'with-a-word-about-credit',
    'A wish that brings a statement about credit, for which there is no room.',
    () => ({ credit_assertion: { level: 'A', standing: 'ELIGIBLE' } }),
  ),
  negative(
    {
      requirement: 'OA-XFR-03',
      slug: 'intent-followed-up-by-another-key',
      title: 'An update of a request by the same name with another key.',
    },
    async (shop, notes) => {
      const { request_id: former } = await answered(shop, notes);
      const update = { previous_request_id: former ?? '' };
      const attested = { agent_attestation: shop.attestation({}, signerOf(shop, 'other key')) };
      const foreign = intentBody(shop, { ...update, ...attested });
      mustRefuse(await askIntent(shop, foreign, notes, 'other key'), 'previous_request_unknown');
      await answered(shop, notes, update);
    },
    INTENTS,
  ),
  negative(
    {
      requirement: 'OA-XFR-03',
      slug: 'intent-followed-up-by-another-agent',
      title: 'An update of the request of one agent by another one, in its own name and with its own key.',
    },
    async (shop, notes) => {
      const { request_id: former } = await answered(shop, notes);
      const update = { previous_request_id: former ?? '' };
      const foreign = ofOtherAgent(shop, update);
      mustRefuse(await askIntent(shop, foreign, notes, 'other agent'), 'previous_request_unknown');
      await answered(shop, notes, update);
    },
    INTENTS,
  ),
  positive(
    'OA-XFR-03',
    'intent-same-id-of-another-agent',
    'Two agents give their requests one id: each is answered, and follows up its own.',
    async (shop, notes) => {
      const shared = { request_id: id('itx') };
      const update = { previous_request_id: shared.request_id };
      await answered(shop, notes, shared);
      await answeredTo(shop, ofOtherAgent(shop, shared), notes, 'other agent');
      await answered(shop, notes, update);
      await answeredTo(shop, ofOtherAgent(shop, update), notes, 'other agent');
    },
    INTENTS,
  ),
  negative(
    {
      requirement: 'OA-XFR-02',
      slug: 'intent-flood-in-its-name',
      title:
        'A flood of intents that only give the name of an agent is refused, and the agent that proves its key is answered.',
    },
    async (shop, notes) => {
      const { anonymousLimit: limit } = shop.settings;
      if (limit === undefined) throw new NotRun('The subject file names no anonymous_limit.');
      if (!shop.control.has('clock')) throw new NotRun('The subject offers no test control of clock.');
      await answered(shop, notes);
      // The minute of whoever came before is over, so that none ends while they come.
      await shop.control.advance(MINUTE + 1, notes);
      const refused = await flood(shop, limit, notes);
      if (refused === undefined) return must(false, `More than ${limit} intents in a minute were answered.`);
      mustRefuse(refused, 'too_many_requests');
      await answered(shop, notes);
      await shop.control.advance(MINUTE + 1, notes);
      mustSucceed(await anonymous(shop, notes), 200, 'http/intent-answer.json');
    },
    INTENTS,
  ),
  badIntent('CID-INT-XFR-07', 'no_match', 'no-match', 'A wish that nothing fits.', () => ({
    context: { constraints: { query: ['zzqx-nothing-is-called-so'] } },
  })),
  badIntent(
    'CID-INT-XFR-07',
    'no_match',
    'no-such-category',
    'A wish for a category that is not sold.',
    () => ({
      context: { constraints: { categories: ['suite/no-such-category'] } },
    }),
  ),
  badIntent(
    'CID-INT-XFR-07',
    'no_match',
    'cheaper-than-everything',
    'A wish for something cheaper than anything of its category.',
    ({ item: { category, currency } }) => ({
      context: { constraints: { categories: [category], currency, max_price: written(1n, currency) } },
    }),
  ),
  badIntent(
    'CID-INT-XFR-10',
    'constraint_conflict',
    'delivered-in-the-past',
    'A wish that can never be met: a delivery before it was sent.',
    (shop) => ({ context: { constraints: { deliver_by: utc(shop.now() - MINUTE) } } }),
  ),
  badIntent(
    'CID-INT-XFR-10',
    'constraint_conflict',
    'price-without-currency',
    'A highest price that names no currency.',
    () => ({ context: { constraints: { max_price: '100.00' } } }),
  ),
  negative(
    {
      requirement: 'CID-INT-XFR-05',
      slug: 'intent-id-of-another-wish',
      title: 'Another wish under the id of one that was answered: it does not get the answer to that one.',
    },
    async (shop, notes) => {
      const request_id = id('itx');
      await answered(shop, notes, { request_id });
      const context = { constraints: { categories: ['nothing/at-all'], currency: shop.item.currency } };
      const answer = await askIntent(shop, intentBody(shop, { request_id, context }), notes);
      must(answer.status >= 400 && answer.status < 500, `Answered ${answer.status}.`);
      await answered(shop, notes);
    },
    INTENTS,
  ),
  positive(
    'CID-INT-XFR-06',
    'intent-candidates-within-the-price',
    'No candidate costs more than what is named as the highest price, and what costs just that is one.',
    async (shop, notes) => {
      const { category, currency, price, item_id } = shop.item;
      const context = { constraints: { categories: [category], currency, max_price: price } };
      const { candidates } = await answered(shop, notes, { context });
      const list = candidates as readonly Listed[];
      const dear = list.find(
        (one) => one.currency !== currency || smallestOf(one.price, currency) > smallestOf(price, currency),
      );
      must(dear === undefined, `${String(dear?.item_id)} costs ${String(dear?.price)}.`);
      must(
        list.some((one) => one.item_id === item_id),
        `${item_id} costs just ${price}, and is no candidate.`,
      );
    },
    INTENTS,
  ),
  badIntent(
    'CID-INT-XFR-08',
    'previous_request_unknown',
    'update-of-nothing',
    'An update of a request that was never made.',
    () => ({ previous_request_id: id('itx') }),
  ),
  negative(
    {
      requirement: 'CID-INT-XFR-18',
      slug: 'intent-signed-by-another',
      title: 'An intent whose command another key signed.',
    },
    async (shop, notes) => {
      await answered(shop, notes);
      mustRefuse(await askIntent(shop, intentBody(shop), notes, 'stranger'), 'command_signature_invalid');
      await answered(shop, notes);
    },
    INTENTS,
  ),
  ...PROOFS.map(badProof),
  ...unreadableCases,
  badCall('OA-HTTP-01', 'not_found', 404, 'http-unknown-address', 'An address that does not exist.', [
    '/no-such-address',
    {},
  ]),
  badCall(
    'OA-HTTP-02',
    'method_not_supported',
    405,
    'http-unknown-method',
    'A method that an address does not take.',
    ['/catalogue', { method: 'DELETE' }],
  ),
  {
    ...badCall(
      'OA-HTTP-03',
      'media_type_unsupported',
      415,
      'http-other-media-type',
      'A body that is not JSON.',
      ['/quotes', { text: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ),
    needs: ['catalogue', 'orders'],
  },
  positive(
    'OA-HTTP-21',
    'orders-are-no-store',
    'What an agent reads about its order is not stored on the way.',
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const headers = { authorization: `ACT-Command ${shop.command('order.read', quoted.orderNo, {})}` };
      const answer = await shop.caller.call(
        `/orders/${encodeURIComponent(quoted.orderNo)}`,
        { headers },
        notes,
      );
      mustSucceed(answer, 200);
      must(answer.headers.get('cache-control')?.includes('no-store') === true, 'The answer may be stored.');
    },
    ['orders'],
  ),
  positive(
    'OA-OPS-21',
    'says-that-it-lives',
    'GET /livez answers 200.',
    async (shop, notes) => {
      mustSucceed(await shop.caller.call('/livez', {}, notes), 200);
    },
    ['operations'],
  ),
  positive(
    'OA-OPS-20',
    'says-that-it-is-ready',
    'GET /readyz answers 200 while the server can work.',
    async (shop, notes) => {
      mustSucceed(await shop.caller.call('/readyz', {}, notes), 200);
    },
    ['operations'],
  ),
  positive(
    'OA-HTTP-24',
    'describes-itself',
    'GET /openapi.json answers an OpenAPI 3.1 document.',
    async (shop, notes) => {
      const answer = await shop.caller.call('/openapi.json', {}, notes);
      mustSucceed(answer, 200);
      must(/^3\.1\./.test(String(answer.body?.openapi)), 'It is no OpenAPI 3.1 document.');
    },
    ['operations'],
  ),
];
