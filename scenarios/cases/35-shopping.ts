import { paid } from '../expect.ts';
import type { BuyStep, Expected, PayStep, Scenario, SendStep } from '../format.ts';

const SHOP = 'did:act:teahouse.example/shop';
const METHOD = 'urn:act:payment:openact-balance';
const elsewhere = {
  agent_id: SHOP,
  capabilities: {
    'act:payment:negotiation': { mode: 'one-way', capability_url: 'https://elsewhere.example/file.json' },
  },
};
const CAPABILITY = '/.well-known/act-payment-capability.json';
const CARD = '/.well-known/agent-card.json';
const order = {
  do: 'buy',
  say: 'Buy me one cup of bubble tea now, at most 20 yuan.',
} as const satisfies Partial<BuyStep>;
const cup = { do: 'pay', at: 'teahouse', items: { TEA: 1 } } as const satisfies Partial<PayStep>;
const bought = paid('18.00', { from: 'ann', to: 'teahouse', items: { TEA: 1 } });

const asking = (step: string, body: object, refused: Expected['refused'] & string) =>
  ({
    do: 'send',
    to: 'teahouse',
    path: '/intents',
    json: { agent_id: 'did:act:assistant.example/assistant', ...body },
    step,
    expect: { refused },
  }) satisfies SendStep;

const replaced = (step: string, path: string, answer: object, refused: Expected['refused'] & string) =>
  ({
    ...order,
    step,
    before: [
      { do: 'answers', step: 'the shop says something else', at: 'teahouse', path, with: { json: answer } },
    ],
    after: [{ do: 'answers', step: 'and as before', at: 'teahouse', path, with: 'as before' }],
    expect: { refused },
  }) satisfies BuyStep;

const capability = (agent_id: string, method_id: string) => ({
  version: '2.1',
  role: 'payee',
  agent_id,
  supported_methods: [
    {
      method_id,
      psps: [
        {
          psp_id: 'did:act:bank.example/psp',
          endpoint: '$bank.address',
          method_schema_url: '$bank.address/openapi.json#/components/schemas/PaymentBody',
        },
      ],
    },
  ],
});

const NEGOTIATE = '/act/payment/negotiate';
const twoWay = {
  agent_id: SHOP,
  capabilities: {
    'act:payment:negotiation': { mode: 'two-way', negotiation_endpoint: `$teahouse.address${NEGOTIATE}` },
  },
};
const service = {
  method_id: METHOD,
  psp_id: 'did:act:bank.example/psp',
  endpoint: '$bank.address',
  method_schema_url: '$bank.address/openapi.json#/components/schemas/PaymentBody',
};

/** The shop lets itself be asked for each purchase, and answers with these services. */
const negotiating = (step: string, services: readonly object[], expect: Expected) =>
  ({
    ...order,
    step,
    before: [
      {
        do: 'answers',
        step: 'the shop says where to ask',
        at: 'teahouse',
        path: CARD,
        with: { json: twoWay },
      },
      {
        do: 'answers',
        step: 'and answers there',
        at: 'teahouse',
        path: NEGOTIATE,
        with: { json: { supported_methods: services } },
      },
    ],
    after: [
      { do: 'answers', step: 'as before', at: 'teahouse', path: CARD, with: 'as before' },
      { do: 'answers', step: 'and here too', at: 'teahouse', path: NEGOTIATE, with: 'as before' },
    ],
    expect,
  }) satisfies BuyStep;

export const scenario: Scenario = {
  name: '35-shopping',
  title: 'At the shop: wishes that nobody can meet, shops that cannot be paid, agents that are not welcome',
  world: {
    users: { ann: { balance: '5000.00' } },
    shops: {
      teahouse: {
        items: { TEA: { name: 'Bubble tea', category: 'food/drink', price: '18.00' } },
        blocks: ['rude'],
        callsPerMinute: 40,
      },
    },
    agents: { assistant: {}, rude: {} },
    words: { 'food/drink': ['bubble tea'] },
  },
  twin: [
    { ...order, step: 'one cup', expect: bought },
    { do: 'advance', step: 'a minute goes by', seconds: 61 },
  ],
  steps: [
    asking(
      'something that nobody sells',
      { request_id: 'r1', context: { constraints: { query: ['submarine'] } } },
      'no_match',
    ),
    asking(
      'a price without a currency',
      { request_id: 'r2', context: { constraints: { max_price: '1.00' } } },
      'constraint_conflict',
    ),
    asking(
      'what follows a request that nobody made',
      { request_id: 'r3', previous_request_id: 'r0', context: {} },
      'previous_request_unknown',
    ),
    {
      ...cup,
      step: 'an agent that the shop does not deal with',
      agent: 'rude',
      asks: true,
      expect: { refused: 'access_restricted' },
    },
    replaced(
      'a shop that can be paid in another way only',
      CAPABILITY,
      capability(SHOP, 'urn:act:payment:other'),
      'no_common_method',
    ),
    replaced(
      'the file of another shop',
      CAPABILITY,
      capability('did:act:other.example/shop', METHOD),
      'capability_inconsistent',
    ),
    negotiating('a shop that negotiates each purchase: paid', [service], bought),
    negotiating('and that has nothing in common with the buyer: nothing is paid', [], {
      refused: 'no_common_method',
    }),
    negotiating(
      'and that answers with a service at another address',
      [{ ...service, endpoint: 'https://elsewhere.example' }],
      { refused: 'capability_inconsistent' },
    ),
    replaced('a file that is none', CAPABILITY, {}, 'peer_answer_invalid'),
    replaced(
      'a card that names another place for the file',
      CARD,
      elsewhere,
      'capability_source_unconfirmed',
    ),
    {
      ...order,
      step: 'a shop that hangs up',
      before: [{ do: 'answers', step: 'the line is cut', at: 'teahouse', path: CARD, with: 'nothing' }],
      after: [{ do: 'answers', step: 'the line is back', at: 'teahouse', path: CARD, with: 'as before' }],
      expect: { refused: 'peer_unreachable' },
    },
  ],
};
