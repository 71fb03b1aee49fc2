import { isObject, type Json, type JsonObject } from '../../conformance/forge/json.ts';
import { afterNow, dropped, type Good, type Row, type Rule, rules, upToNow, withinAMinute } from './rule.ts';
import { terms } from './terms.ts';

const ID = 'names the message; who has memory keeps it';

/** What the operator of the trust list says is so; the vectors pin its key and nothing else. */
const trustList = rules(
  '*',
  'trust_list',
  ['/iss', 'the key of the list is pinned, not its name'],
  [
    '/sequence',
    'who has no memory sees no rollback',
    ({ value, input }) =>
      input.highest_sequence === undefined || Number(value) >= Number(input.highest_sequence),
  ],
  ['/entries/**', 'whom to trust is what the list is for'],
);

const statements = ['agent_attestation', 'attestation', 'enrolment'].flatMap((message) =>
  rules(
    '*',
    message,
    ['/jti', ID],
    ['/iat', 'since when it holds', upToNow],
    ['/exp', 'until when it holds', afterNow],
    ['/agent_version', 'is told to people'],
    ['/identity_method', 'is told to people'],
  ),
);

/** Alone, a statement of whose key it is says what it likes. */
const alone = [
  ...rules(
    'verify_attestation',
    'attestation',
    ['/sub', 'whose key it is'],
    ['/cnf/**', 'which key it is'],
    ['/agent_version_digest', 'which build it is'],
  ),
  ...rules(
    'verify_enrolment',
    'enrolment',
    ['/sub', 'whose device it is'],
    ['/device_id', 'whose device it is'],
    ['/cnf/**', 'which key it is'],
    ['/exp', 'it counts when the device spoke', ({ value }) => typeof value === 'number'],
  ),
];

const statusList = rules(
  '*',
  'status_list',
  ['/iat', 'when it was published', upToNow],
  [
    '/exp',
    'until when it may be kept; of a purchase, when it was paid',
    ({ value, now, input }) => Number(value) > (input.bundle === undefined ? now : now - 3_600),
  ],
  ['/ttl', 'how long to keep it'],
  ['/status_list/lst', 'other statuses than this one'],
  ['/status_list', 'other statuses than this one'],
);

const proofs = ['command', 'runtime_proof', 'sub_account_proof', 'holder_proof'].flatMap((message) =>
  rules('*', message, ['/jti', ID], ['/iat', 'within its minute', withinAMinute]),
);
const besideRequests = ['runtime_proof', 'sub_account_proof'].flatMap((message) =>
  rules('*', message, ['/iat', 'the request that it names by its digest has its own time']),
);

const command = rules(
  'verify_command',
  'command',
  [
    '/iss',
    'a key that is handed over names its holder to the caller',
    ({ input }) => input.role === undefined,
  ],
  ['/params/**', 'what the command says; the caller carries it out'],
);

const GLASSES_LINK_SECONDS = 5;

/** The user's own word, which is another where the user says something else. */
const USERS_WORD: readonly Row[] = [
  ['/jti', ID],
  ['/iat', 'when the user decided', upToNow],
  ['/exp', 'until when it counts', afterNow],
  ['/glasses/glasses_id', 'which glasses'],
  [
    '/glasses/link_seen_at',
    'when they were last heard',
    ({ value, after }) => Number(after.iat) - Number(value) <= GLASSES_LINK_SECONDS,
  ],
  ['/code_id', 'which code'],
  ['/method', 'another method that fits the channel'],
  ['/channel', 'another channel that fits the method'],
];
const confirmation = rules('verify_confirmation', 'confirmation', ...USERS_WORD);

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
const inAnyOrder = (list: readonly Json[]): string =>
  list
    .map((entry) => JSON.stringify(entry))
    .toSorted(byText)
    .join();
const inAnotherOrder: Good = ({ value, before }) =>
  Array.isArray(value) && Array.isArray(before) && inAnyOrder(value) === inAnyOrder(before);

const sameMoney: Good = ({ value, before }) => Number(value) === Number(before);
const amounts: readonly Row[] = ['/amount', '/payer_amount'].map((at) => [
  at,
  'the same money with other decimals',
  sameMoney,
]);

const quote = rules(
  'verify_quote',
  'quote',
  ...amounts,
  ['/discounts/*/amount', 'the same money with other decimals', sameMoney],
  ['/jti', ID],
  ['/iat', 'when it was signed: nothing is judged by it'],
  ['/out_trade_no', 'the number of the order'],
  ['/resource_id', 'what is paid for'],
  ['/deliver_by', 'when it arrives'],
  ['/discounts', 'in which order they are named', inAnotherOrder],
  ['/discounts/*/funder', 'who gives the discount'],
  ['/discounts/*/label', 'is told to people'],
  ['/accepted/**', 'which methods it takes'],
  ['/payee/**', 'whom to pay'],
  ['/settlement', 'how the money is settled'],
  ['/cart_digest', 'nothing to compare it with', ({ input }) => input.cart === undefined],
  ['/categories/**', 'nothing to compare them with', ({ input }) => input.cart === undefined],
);

const requests = rules('*', 'payment_request', ...amounts);
const request = rules(
  'verify_payment_request',
  'payment_request',
  ['/jti', ID, ({ input }) => input.runtime_proof === undefined && input.sub_account_proof === undefined],
  ['/iat', 'within its minute', withinAMinute],
  ['/payment_tool_ref', 'the caller looks the tool up', ({ input }) => input.sub_account_proof === undefined],
  ['/trigger', 'what set it off'],
  ['/discounts/*/promotion_id', 'which promotion; the service looks it up'],
);

const PAID = ['WAIT_SELLER_FULFILLMENT', 'WAIT_BUYER_RECEIPT', 'TRADE_FINISHED'];
const receipts = rules(
  '*',
  'receipt',
  ...amounts,
  [
    '/state',
    'another state in which it is paid',
    ({ value }) => typeof value === 'string' && PAID.includes(value),
  ],
  ['/jti', ID],
  ['/iat', 'when it was signed: nothing is judged by it'],
  ['/exp', 'until when it may be shown', afterNow],
);
const receipt = rules(
  'verify_receipt',
  'receipt',
  ['/trade_no', 'the payment service names the trade'],
  ['/paid_at', 'when it was paid'],
  ['/authorization_digest', 'is salted: a seller cannot know it'],
  ['/delegation_id', 'for the agent only'],
  ['/confirmation_digest', 'evidence for later'],
  ['/resource_id', 'compared where a resource is named', unexpected('resource_id')],
  ...(
    [
      'amount',
      'payer_amount',
      'currency',
      'out_trade_no',
      'merchant',
      'quote_digest',
      'request_digest',
      'agent_jkt',
    ] as const
  ).map((name): Row => [`/${name}`, 'compared where the reader knows it', unexpected(name)]),
  ['/payee/**', 'compared where the reader knows it', unexpected('payee')],
);
const purchases = ['verify_purchase', 'verify_instant_purchase'].flatMap((operation) => [
  ...rules(
    operation,
    'receipt',
    ['/trade_no', 'the payment service names the trade'],
    [
      '/paid_at',
      'when it was paid, by now',
      ({ value, now }) => typeof value === 'string' && Date.parse(value) / 1000 <= now,
    ],
  ),
  ...rules(
    operation,
    'bundle',
    ['/intent', 'a purchase may be judged without it', dropped],
    ['/cart', 'a purchase may be judged without it', dropped],
  ),
]);

/** What a sender may sign otherwise, so that another good request comes of it: it is not sent. */
const overHttp = [
  ...rules('http', 'payment-proof', [
    '/method/intent_id',
    'the holder says which intent it belongs to; nothing is paid by it',
  ]),
  ...rules('http', 'confirmation', ...USERS_WORD, ['/decision', 'the user says no']),
  ...rules(
    'http',
    'payment_request',
    ['/jti', ID],
    ['/iat', 'within its minute', withinAMinute],
    ['/payment_tool_ref', 'another tool of the same agent'],
    ['/trigger', 'what set it off'],
    [
      '/intent_id',
      'under no mandate the agent says which intent it belongs to; it is written down, and nothing is paid by it',
      ({ after }) => after.level === 'act:L1',
    ],
  ),
  ...rules(
    'http',
    'command',
    [
      '/iat',
      'the request that it names by its digest has its own time',
      ({ after }) => ['sub_account.pay', 'runtime.prove'].includes(String(after.action)),
    ],
    ['/params', 'where they bind nothing', ({ before, after }) => !hasDigest(before) || isQuestion(after)],
    ['/params/digest', 'asked about something else: the answer is no', ({ after }) => isQuestion(after)],
    ['/target', 'asked about something else: the answer is no', ({ after }) => isQuestion(after)],
    ['/target', 'the sender names what it asks for', ({ after }) => after.action === 'tool.request'],
    ['/target', 'another payment of the same agent', ({ after }) => after.action === 'payment.query'],
    ...['amount', 'currency', 'reason', 'recovery_condition', 'refund_id', 'evidence_ref'].map(
      (name): Row => [`/params/${name}`, 'what the sender wants'],
    ),
  ),
  ...rules(
    'http',
    'receipt',
    ['/trade_no', 'the payment service names the trade'],
    ['/paid_at', 'when it was paid'],
    ['/authorization_digest', 'is salted: a seller cannot know it'],
    ['/delegation_id', 'for the agent only'],
    ['/confirmation_digest', 'evidence for later'],
  ),
];

const isQuestion = ({ action }: JsonObject): boolean => action === 'payment.validate';

function hasDigest(params: Json | undefined): boolean {
  return isObject(params) && params.digest !== undefined;
}

function unexpected(name: string): Good {
  return ({ input }) => !isObject(input.expected) || input.expected[name] === undefined;
}

export const RULES: readonly Rule[] = [
  ...trustList,
  ...statements,
  ...alone,
  ...statusList,
  ...proofs,
  ...besideRequests,
  ...command,
  ...confirmation,
  ...quote,
  ...requests,
  ...request,
  ...receipts,
  ...receipt,
  ...purchases,
  ...overHttp,
  ...terms,
];
