/** One way to spoil a valid example, and the rule of the schema that has to notice: place and keyword. */
export interface Defect {
  readonly schema: string;
  readonly defect: string;
  readonly at: string;
  readonly keyword: string;
  readonly path: readonly (string | number)[];
  /** The new value; without it the member is taken out. */
  readonly value?: unknown;
}

type Path = readonly (string | number)[];

const pointer = (path: Path): string => path.map((step) => `/${step}`).join('');

function missing(schema: string, ...path: Path): Defect {
  const at = pointer(path.slice(0, -1));
  return {
    schema,
    defect: `no-${path.at(-1)}`.replaceAll(/[^a-z0-9]+/g, '-'),
    at,
    keyword: 'required',
    path,
  };
}

function unknownMember(schema: string, ...path: Path): Defect {
  return {
    schema,
    defect: ['unknown-member', ...path].join('-'),
    at: pointer(path),
    keyword: 'additionalProperties',
    path: [...path, 'surplus'],
    value: 1,
  };
}

function bad(schema: string, defect: string, keyword: string, path: Path, value: unknown): Defect {
  return { schema, defect, at: pointer(path), keyword, path, value };
}

const commerce = ['ext', 'commerce'] as const;

/** One defect each; the file is `schemas/examples/<schema>/invalid-<defect>.json`. */
export const DEFECTS: readonly Defect[] = [
  missing('intent', 'conversation_history'),
  missing('intent', 'max_total_amount'),
  missing('intent', 'agent_id'),
  unknownMember('intent'),
  bad('intent', 'empty-history', 'anyOf', ['conversation_history'], { input_mode: ['TEXT'] }),
  bad('intent', 'digest-without-context', 'dependentRequired', ['conversation_history'], {
    user_intent_raw_digest: 'A'.repeat(43),
  }),
  bad('intent', 'input-mode', 'enum', ['conversation_history', 'input_mode', 0], 'TELEPATHY'),
  bad('intent', 'mode', 'enum', ['delegation_mode'], 'ANYTHING'),
  bad('intent', 'no-payment-method', 'minItems', ['allowed_payment_methods'], []),
  bad('intent', 'negative-total', 'minimum', ['max_total_amount'], -1),
  bad('intent', 'amount-as-text', 'type', ['max_total_amount'], '1800.00'),
  bad('intent', 'currency-case', 'pattern', ['currency'], 'cny'),
  bad('intent', 'offset-time', 'pattern', ['validity_end_time'], '2026-01-20T16:00:00+08:00'),
  bad('intent', 'agent-id', 'pattern', ['agent_id'], 'agent-007'),
  {
    schema: 'intent',
    defect: 'method-without-time',
    at: '',
    keyword: 'dependentRequired',
    path: ['user_confirmation_method'],
    value: 'FACE',
  },
  bad('intent', 'retry-count', 'minimum', ['ext', 'agent_behavior', 'max_retry_count'], -1),
  bad('intent', 'merchant-id', 'pattern', [...commerce, 'allowed_merchants', 0], 'rail.example'),
  unknownMember('intent', ...commerce),

  missing('iac', 'delegation_id'),
  missing('iac', 'delegator_identity'),
  missing('iac', 'agent_id'),
  missing('iac', 'validity_start_time'),
  missing('iac', 'validity_end_time'),
  missing('iac', 'max_total_amount'),
  { ...missing('iac', 'intent_id'), keyword: 'anyOf' },
  { ...missing('iac', 'user_confirmation_timestamp'), keyword: 'dependentRequired' },
  { ...missing('iac', 'user_confirmation_method'), keyword: 'dependentRequired' },
  unknownMember('iac'),
  bad('iac', 'negative-total', 'minimum', ['max_total_amount'], -0.01),
  bad('iac', 'times-limit-zero', 'minimum', ['ext', 'openact', 'times_limit'], 0),
  bad('iac', 'digest-length', 'pattern', ['source_isr_digest'], 'abc'),

  missing('mandate', 'exp'),
  missing('mandate', 'nbf'),
  missing('mandate', 'cnf'),
  missing('mandate', 'status'),
  missing('mandate', 'confirmation_digest'),
  missing('mandate', 'iac', 'agent_id'),
  unknownMember('mandate'),
  bad('mandate', 'audience-list', 'type', ['aud'], ['did:act:bank.example/psp', 'did:act:other.example/psp']),
  bad('mandate', 'fractional-exp', 'type', ['exp'], 1768924800.5),
  bad('mandate', 'negative-index', 'minimum', ['status', 'status_list', 'idx'], -1),
  bad('mandate', 'key-in-cnf', 'required', ['cnf'], { jwk: { kty: 'OKP' } }),

  missing('confirmation', 'challenge'),
  missing('confirmation', 'decision'),
  missing('confirmation', 'exp'),
  bad('confirmation', 'decision', 'enum', ['decision'], 'MAYBE'),
  missing('confirmation', 'channel'),
  bad('confirmation', 'method', 'enum', ['method'], 'TELEPATHY'),
  bad('confirmation', 'tap', 'enum', ['method'], 'TAP'),
  bad('confirmation', 'channel', 'enum', ['channel'], 'TAP'),
  unknownMember('confirmation'),

  missing('payment-request', 'jti'),
  missing('payment-request', 'iat'),
  missing('payment-request', 'quote_digest'),
  missing('payment-request', 'mandate_digest'),
  missing('payment-request', 'delegation_id'),
  {
    schema: 'payment-request',
    defect: 'user-present-without-intent',
    at: '',
    keyword: 'required',
    path: ['level'],
    value: 'act:L1',
  },
  bad('payment-request', 'amount-as-number', 'type', ['amount'], 553.5),
  bad('payment-request', 'amount-exponent', 'pattern', ['amount'], '5.535e2'),
  bad('payment-request', 'amount-third-decimal', 'pattern', ['amount'], '553.505'),
  bad('payment-request', 'amount-signed', 'pattern', ['amount'], '-553.50'),
  bad('payment-request', 'level', 'enum', ['level'], 'L2'),
  unknownMember('payment-request'),

  missing('quote', 'exp'),
  missing('quote', 'payee'),
  missing('quote', 'cart_digest'),
  missing('quote', 'discounts'),
  bad('quote', 'no-category', 'minItems', ['categories'], []),
  bad('quote', 'nothing-accepted', 'minItems', ['accepted'], []),
  bad('quote', 'payee-without-psp', 'required', ['payee'], { account: 'acc_rail_settlement' }),
  bad('quote', 'discount-without-funder', 'required', ['discounts', 0], { amount: '1.00' }),
  bad('quote', 'pay-before-without-zone', 'pattern', ['pay_before'], '2026-01-12T01:15:00'),
  unknownMember('quote'),

  missing('receipt', 'trade_no'),
  missing('receipt', 'request_digest'),
  missing('receipt', 'agent_jkt'),
  missing('receipt', 'authorization_digest'),
  bad('receipt', 'state', 'enum', ['state'], 'PAID'),
  unknownMember('receipt'),

  missing('refusal', 'request_digest'),
  missing('refusal', 'code'),
  bad('refusal', 'requirement', 'pattern', ['requirement'], 'limit'),
  bad('refusal', 'retryability', 'enum', ['retryability'], 'maybe'),
  unknownMember('refusal'),

  missing('command', 'jti'),
  missing('command', 'target'),
  bad('command', 'action', 'enum', ['action'], 'mandate.widen'),
  bad('command', 'space-in-target', 'pattern', ['target'], 'dlg 1'),
  unknownMember('command', 'params'),

  missing('status-list', 'exp'),
  bad('status-list', 'one-bit', 'const', ['status_list', 'bits'], 1),
  bad('status-list', 'list-alphabet', 'pattern', ['status_list', 'lst'], 'eNpj+/=='),
  bad('status-list', 'file-address', 'pattern', ['sub'], 'file:///etc/passwd'),
  unknownMember('status-list'),

  missing('trust-list', 'sequence'),
  missing('trust-list', 'next_update'),
  bad('trust-list', 'no-entry', 'minItems', ['entries'], []),
  bad('trust-list', 'role', 'enum', ['entries', 0, 'role'], 'EVERYTHING'),
  bad('trust-list', 'no-anchor', 'minItems', ['entries', 0, 'anchors'], []),
  bad('trust-list', 'sequence-zero', 'minimum', ['sequence'], 0),
  unknownMember('trust-list', 'entries', 0),

  missing('problem', 'code'),
  missing('problem', 'requirement'),
  missing('problem', 'valid_next_actions'),
  bad('problem', 'status-ok', 'minimum', ['status'], 200),
  {
    ...bad('problem', 'evidence-nested', 'type', ['evidence'], { request: { token: 'x' } }),
    at: '/evidence/request',
  },
  unknownMember('problem'),

  missing('bundle', 'trust_list'),
  missing('bundle', 'shown'),
  unknownMember('bundle'),
  missing('bundle-instant', 'confirmation'),
  missing('bundle-instant', 'shown'),
  bad('bundle-instant', 'level', 'const', ['level'], 'act:L2'),
  unknownMember('bundle-instant'),
  missing('cart', 'salt'),
  bad('cart', 'no-line', 'minItems', ['lines'], []),
  bad('cart', 'quantity-zero', 'minimum', ['lines', 0, 'quantity'], 0),
  missing('agent-attestation', 'cnf'),
  missing('enrolment', 'device_id'),
  missing('shown', 'summary'),

  missing('transaction-confirmation', 'lines'),
  missing('transaction-confirmation', 'payer_amount'),
  missing('transaction-confirmation', 'currency'),
  missing('transaction-confirmation', 'counterparty'),
  missing('transaction-confirmation', 'out_trade_no'),
  missing('transaction-confirmation', 'confirmed_at'),
  missing('transaction-confirmation', 'correlation', 'intent_id'),
  unknownMember('transaction-confirmation', 'correlation'),

  missing('http/catalogue', 'items', 0, 'item_id'),
  missing('http/catalogue', 'items', 0, 'name'),
  missing('http/catalogue', 'items', 0, 'category'),
  missing('http/catalogue', 'items', 0, 'price'),
  missing('http/catalogue', 'items', 0, 'currency'),
  bad('http/catalogue-item', 'price-as-number', 'type', ['price'], 553.5),
  bad('http/catalogue-item', 'name-empty', 'minLength', ['name'], ''),
  unknownMember('http/catalogue-item'),
  missing('http/intent-transfer', 'request_id'),
  missing('http/intent-transfer', 'context'),
  {
    ...bad('http/intent-transfer', 'dropped-name', 'enum', ['context', 'dropped'], ['limits']),
    at: '/context/dropped/0',
  },
  {
    ...bad('http/intent-transfer', 'no-candidate-wanted', 'minimum', ['format'], { max_candidates: 0 }),
    at: '/format/max_candidates',
  },
  unknownMember('http/intent-transfer'),
  missing('http/intent-answer', 'request_id'),
  bad('http/intent-answer', 'no-candidate', 'minItems', ['candidates'], []),
  missing('http/agent-card', 'capabilities', 'act:payment:negotiation', 'capability_url'),
  bad('http/agent-card', 'two-way-without-endpoint', 'oneOf', ['capabilities', 'act:payment:negotiation'], {
    mode: 'two-way',
    capability_url: 'https://rail.example/.well-known/act-payment-capability.json',
  }),
  missing('http/negotiation-request', 'agent_id'),
  missing('http/negotiation-request', 'buyer_supported_methods'),
  missing('http/negotiation-request', 'currency'),
  missing('http/negotiation-request', 'estimated_amount'),
  bad('http/negotiation-request', 'amount-as-text', 'type', ['estimated_amount'], '553.50'),
  unknownMember('http/negotiation-request'),
  missing('http/negotiation-answer', 'supported_methods'),
  missing('http/negotiation-answer', 'supported_methods', 0, 'method_id'),
  missing('http/negotiation-answer', 'supported_methods', 0, 'psp_id'),
  missing('http/negotiation-answer', 'supported_methods', 0, 'endpoint'),
  missing('http/negotiation-answer', 'supported_methods', 0, 'method_schema_url'),
  missing('http/capability', 'supported_methods'),
  missing('http/capability', 'supported_methods', 0, 'method_id'),
  missing('http/capability', 'supported_methods', 0, 'psps', 0, 'psp_id'),
  missing('http/capability', 'supported_methods', 0, 'psps', 0, 'endpoint'),
  missing('http/capability', 'supported_methods', 0, 'psps', 0, 'method_schema_url'),
  missing('http/quote-request', 'command'),
  missing('http/quote-request', 'order', 'expected_amount'),
  missing('http/quote-answer', 'cart'),
  missing('http/payment', 'mandate'),
  missing('http/instant-payment', 'quote'),
  unknownMember('http/instant-payment'),
  missing('http/instant-payment-answer', 'status'),
  missing('http/instant-payment-answer', 'expires_at'),
  missing('http/payment-answer', 'seller_receipt'),
  missing('http/release', 'command'),
  missing('http/release-answer', 'goods'),
  missing('http/mandate-request', 'agent_attestation'),
  missing('mandate-credential', 'credentialStatus'),
  bad('mandate-credential', 'other-type', 'const', ['type'], ['VerifiableCredential']),
  unknownMember('mandate-credential'),
  { ...missing('http/task-request', 'conversation_history'), at: '', keyword: 'oneOf' },
  bad('http/task-request', 'input-mode', 'enum', ['conversation_history', 'input_mode', 0], 'SMELL'),
  missing('http/delegation', 'delegation'),
  missing('http/delegation', 'command'),
  missing('http/tool-request', 'limits'),
  missing('http/device-enrolment', 'proof'),
  missing('http/confirmation', 'confirmation'),
  missing('http/confirmation-code', 'code_id'),
  missing('http/command', 'command'),
  missing('http/sub-account-request', 'key_proof'),
  missing('http/sub-account-key', 'sub_account_key'),
  missing('http/sub-account', 'key', 'state'),
  missing('http/sub-account', 'usage', 'paid'),
  missing('http/validation-answer', 'receipt_digest'),
  missing('holder-proof', 'cnf'),
  bad('holder-proof', 'method-case', 'pattern', ['htm'], 'get'),
  missing('a402/payment-needed', 'protocol', 'resource_id'),
  { ...missing('a402/payment-needed', 'protocol', 'out_trade_no'), at: '', keyword: 'if' },
  { ...missing('a402/payment-needed', 'method', 'quote'), at: '', keyword: 'if' },
  unknownMember('a402/payment-needed', 'protocol'),
  missing('a402/payment-proof', 'protocol', 'trade_no'),
  missing('a402/payment-proof', 'method', 'holder_proof'),
  { ...missing('a402/payment-validation', 'protocol', 'trade_no'), at: '', keyword: 'if' },

  missing('record', 'record_id'),
  missing('record', 'event_type'),
  missing('record', 'event_time'),
  missing('record', 'record_time'),
  missing('record', 'version'),
  missing('record', 'intent_id'),
  { ...missing('record', 'order_no'), keyword: 'required' },
  { ...missing('record', 'trade_no'), keyword: 'required' },
  missing('record', 'salt'),
  missing('record', 'payload_hash'),
  missing('record', 'hash_algorithm'),
  missing('record', 'participants'),
  missing('record', 'participants', 0, 'id'),
  missing('record', 'participants', 0, 'role'),
  missing('record', 'event_body'),
  missing('record', 'signatures'),
  missing('record', 'signatures', 0, 'signer'),
  missing('record', 'signatures', 0, 'algorithm'),
  missing('record', 'signatures', 0, 'value'),
  missing('record', 'signatures', 0, 'scope'),
  { ...missing('record', 'signatures', 0, 'x5c'), keyword: 'oneOf' },
  unknownMember('record'),
  bad('record', 'event-type', 'enum', ['event_type'], 'act:commerce:cart-opened'),
  bad('record', 'offset-time', 'pattern', ['event_time'], '2026-01-12T09:00:21+08:00'),
  bad('record', 'version', 'const', ['version'], '2'),
  bad('record', 'short-salt', 'pattern', ['salt'], 'AAAAAAAAAAAAAAAAAAAAAA'),
  bad('record', 'hash-algorithm', 'enum', ['hash_algorithm'], 'MD5'),
  bad('record', 'nobody', 'minItems', ['participants'], []),
  bad('record', 'participant-role', 'enum', ['participants', 0, 'role'], 'BYSTANDER'),
  bad('record', 'unsigned', 'minItems', ['signatures'], []),
  bad('record', 'signature-scope', 'const', ['signatures', 0, 'scope'], 'EVENT_BODY'),
  { ...unknownMember('record', 'event_body'), at: '', keyword: 'if' },
  bad('record/intent-created', 'mode', 'enum', ['delegation_mode'], 'ANYTHING'),
  missing('record/delegation-issued', 'mandate_digest'),
  bad('record/delegation-suspended', 'by', 'enum', ['by'], 'agent'),
  missing('record/delegation-resumed', 'by'),
  bad('record/delegation-revoked', 'by', 'enum', ['by'], 'merchant'),
  missing('record/delegation-expired', 'validity_end_time'),
  missing('record/decision-logged', 'decision_digest'),
  missing('record/cart-confirmed', 'quote_digest'),
  { ...missing('record/transaction-completed', 'mandate_digest'), at: '', keyword: 'oneOf' },
  unknownMember('record/transaction-completed'),
  missing('record/fulfillment-completed', 'receipt_digest'),
];

/** A copy of a valid example with one defect. */
export function spoil(valid: unknown, { path, value }: Defect): unknown {
  const copy = structuredClone(valid);
  let holder = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}
