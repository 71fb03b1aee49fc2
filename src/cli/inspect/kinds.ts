import { type MessageKind, TYP } from '../../protocol/messages/index.ts';

/** What a kind of message is, what it names and binds, and what its full judgement needs besides the token. */
export interface KindText {
  readonly title: string;
  /** What people ask for first: a label and the path of a claim. */
  readonly binds: readonly (readonly [label: string, path: string])[];
  readonly needs: readonly string[];
}

const TRUST = 'who signed: the trust list, opened with its pinned key (issuer in its role, certificate path)';

const KIND_TEXTS: Readonly<Record<MessageKind, KindText>> = {
  mandate: {
    title: 'mandate: an authorisation (IAC) made out to one payment service',
    binds: [
      ['issuer', 'iss'],
      ['payment service', 'aud'],
      ['user', 'sub'],
      ['agent', 'iac.agent_id'],
      ['agent key', 'cnf.jkt'],
      ['user’s confirmation', 'confirmation_digest'],
      ['intent (ISR)', 'iac.source_isr_digest'],
      ['one quote', 'iac.ext.openact.quote_digest'],
      ['merchants', 'iac.ext.commerce.allowed_merchants'],
      ['status list', 'status.status_list.uri'],
      ['status index', 'status.status_list.idx'],
    ],
    needs: [TRUST, 'audience: the payment service that was handed it', 'live status: the list that it names'],
  },
  confirmation: {
    title: 'confirmation: the user’s device confirms or declines exactly what was shown',
    binds: [
      ['device', 'iss'],
      ['user', 'sub'],
      ['asked by', 'aud'],
      ['challenge', 'challenge'],
      ['decision', 'decision'],
      ['method', 'method'],
    ],
    needs: [
      'signature: the device key, from the enrolment',
      'challenge: what was shown, the digest of its subject and the agent key',
      'time: the moment at which the issuer received it',
    ],
  },
  enrolment: {
    title: 'enrolment: the account side states which device key speaks for a user',
    binds: [
      ['account side', 'iss'],
      ['user', 'sub'],
      ['device', 'device_id'],
      ['device key', 'cnf.jwk'],
    ],
    needs: [TRUST],
  },
  attestation: {
    title: 'attestation: an agent provider states which key is an agent’s',
    binds: [
      ['provider', 'iss'],
      ['agent', 'sub'],
      ['agent key', 'cnf.jwk'],
    ],
    needs: [TRUST],
  },
  paymentRequest: {
    title: 'payment request: an agent asks a payment service to pay one quote',
    binds: [
      ['agent', 'iss'],
      ['payment service', 'aud'],
      ['level', 'level'],
      ['mandate', 'mandate_digest'],
      ['delegation', 'delegation_id'],
      ['quote', 'quote_digest'],
      ['order', 'out_trade_no'],
      ['amount', 'amount'],
      ['payer pays', 'payer_amount'],
      ['currency', 'currency'],
      ['method', 'method_id'],
      ['payment tool', 'payment_tool_ref'],
    ],
    needs: [
      'signature: the agent’s key, from its attestation',
      'authority and offer: the mandate and the quote that it names, and the trust list',
      'replay, budget, tool, payee, balance: the payment service’s own records',
    ],
  },
  quote: {
    title: 'quote: a merchant’s binding offer for one order, made out to one agent',
    binds: [
      ['merchant', 'iss'],
      ['agent', 'aud'],
      ['order', 'out_trade_no'],
      ['amount', 'amount'],
      ['payer pays', 'payer_amount'],
      ['currency', 'currency'],
      ['categories', 'categories'],
      ['payee account', 'payee.account'],
      ['payee’s service', 'payee.psp_id'],
      ['pay before', 'pay_before'],
      ['deliver by', 'deliver_by'],
      ['cart', 'cart_digest'],
    ],
    needs: [TRUST, 'audience: the agent that wants to use it', 'cart: the lines behind cart_digest'],
  },
  finding: {
    title: 'finding: what a dispute handler has found about one trade',
    binds: [
      ['dispute handler', 'iss'],
      ['dispute', 'dispute_id'],
      ['trade', 'trade_no'],
      ['finding', 'finding'],
      ['rests on', 'reason'],
      ['good until', 'exp'],
    ],
    needs: [
      TRUST,
      'evidence: the files that it names by digest, to be judged again',
      'trade: one of the reader’s own',
    ],
  },
  receipt: {
    title: 'receipt: a payment service states that an order is paid',
    binds: [
      ['payment service', 'iss'],
      ['made out to', 'aud'],
      ['trade', 'trade_no'],
      ['order', 'out_trade_no'],
      ['merchant', 'merchant'],
      ['state', 'state'],
      ['amount', 'amount'],
      ['payer paid', 'payer_amount'],
      ['currency', 'currency'],
      ['paid at', 'paid_at'],
      ['quote', 'quote_digest'],
      ['payment request', 'request_digest'],
      ['agent key', 'agent_jkt'],
      ['mandate (salted)', 'authorization_digest'],
    ],
    needs: [
      TRUST,
      'audience: the reader that was handed it',
      'order: the quote, amounts and agent key as the reader knows them',
      'one release of goods for each order: the seller’s own records',
    ],
  },
  refusal: {
    title: 'refusal: a payment service states why it refused an authenticated request',
    binds: [
      ['payment service', 'iss'],
      ['agent', 'aud'],
      ['payment request', 'request_digest'],
      ['code', 'code'],
      ['requirement', 'requirement'],
      ['retryability', 'retryability'],
    ],
    needs: [TRUST, 'the request that was refused'],
  },
  command: {
    title: 'command: a device, an agent or a merchant asks a server for one action',
    binds: [
      ['sender', 'iss'],
      ['server', 'aud'],
      ['action', 'action'],
      ['target', 'target'],
      ['parameters', 'params'],
    ],
    needs: [
      'signature: the sender’s key',
      'time, audience, target: the server that was called',
      'single use: that server’s records',
    ],
  },
  statusList: {
    title: 'status list: 2 bits for each mandate: 0 valid, 1 revoked, 2 suspended',
    binds: [
      ['issuer', 'iss'],
      ['list', 'sub'],
    ],
    needs: [TRUST, 'the mandate that names this list, and its index'],
  },
  holderProof: {
    title: 'holder proof: whoever paid asks for one HTTP request with the proof of payment',
    binds: [
      ['method', 'htm'],
      ['address', 'htu'],
      ['body', 'body_digest'],
      ['proof of payment', 'ath'],
      ['key', 'cnf.jwk'],
    ],
    needs: ['signature: the key that the proof of payment names', 'single use: the seller’s memory'],
  },
  anchor: {
    title: 'anchor: what the log keeps of an attestation record',
    binds: [
      ['submitter', 'iss'],
      ['record', 'record_id'],
      ['event', 'event_type'],
      ['intent', 'intent_id'],
      ['payload hash', 'payload_hash'],
    ],
    needs: [TRUST, 'its place: an inclusion proof to a checkpoint of the log', 'the record itself'],
  },
  creditApplication: {
    title: 'credit application: a subject asks to be associated with an agent',
    binds: [
      ['subject', 'iss'],
      ['credit service', 'aud'],
      ['agent', 'agent_id'],
      ['role', 'role'],
      ['credit assertion', 'subject_assertion_ref'],
    ],
    needs: [
      'signature: the key that the credit service knows of the subject',
      'single use: that service’s records',
    ],
  },
  creditMapping: {
    title: 'credit mapping: what a credit service says of an agent on the strength of its associated subject',
    binds: [
      ['credit service', 'iss'],
      ['agent', 'sub'],
      ['credit assertion', 'subject_assertion_ref'],
      ['policy', 'mapping_policy.id'],
      ['version', 'mapping_policy.version'],
    ],
    needs: [TRUST, 'the credential that carries it'],
  },
  creditRequest: {
    title: 'credit request: a relying party asks for a verification',
    binds: [
      ['asked by', 'iss'],
      ['for', 'relying_party'],
      ['agent', 'agent_id'],
      ['level', 'level'],
      ['purpose', 'purpose'],
      ['credential', 'credential_id'],
    ],
    needs: [TRUST, 'the credential, its state and the authorisation: the verification service has them'],
  },
  creditAnswer: {
    title: 'credit answer: the result of a verification, for one purpose and a short time',
    binds: [
      ['verified by', 'iss'],
      ['for', 'aud'],
      ['request', 'request_id'],
      ['agent', 'agent_id'],
      ['result', 'result'],
      ['reason', 'reason'],
      ['purpose', 'purpose'],
    ],
    needs: [TRUST, 'the request that it answers'],
  },
  creditAuthorization: {
    title: 'credit authorization: a subject lets somebody ask for its associated credit',
    binds: [
      ['subject', 'iss'],
      ['mode', 'mode'],
      ['relying parties', 'relying_parties'],
      ['agents', 'agent_ids'],
      ['request', 'request_id'],
      ['platform', 'platform_proxy'],
    ],
    needs: ['signature: the key that the credit service knows of the subject', 'whether it was revoked'],
  },
  creditStatus: {
    title: 'credit status: the state of a credit association now',
    binds: [
      ['issuer', 'iss'],
      ['credential', 'credential_id'],
      ['state', 'status'],
      ['cause', 'cause'],
    ],
    needs: [TRUST],
  },
  trustList: {
    title: 'trust list: who may speak in which role, under which anchors',
    binds: [
      ['operator', 'iss'],
      ['sequence', 'sequence'],
      ['issued at', 'issued_at'],
      ['next update', 'next_update'],
    ],
    needs: ['signature: the pinned key of the trust service (--trust-key)'],
  },
};

const KIND_OF_TYP: ReadonlyMap<unknown, MessageKind> = new Map(
  (Object.keys(TYP) as MessageKind[]).map((kind) => [TYP[kind], kind]),
);

/** The kind of message that a `typ` stands for; undefined when it is none of ours. */
export function kindOfTyp(typ: unknown): MessageKind | undefined {
  return KIND_OF_TYP.get(typ);
}

export function kindText(kind: MessageKind): KindText {
  return KIND_TEXTS[kind];
}
