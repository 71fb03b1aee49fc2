import { anchorLeaf } from '../src/protocol/attestation/anchor.ts';
import type { PublicJwk } from '../src/protocol/digest/index.ts';
import { decodeBase64url, digestOfObject, encodeBase64url } from '../src/protocol/digest/index.ts';
import { ActError } from '../src/protocol/errors/index.ts';
import { canonicalize, parseStrict } from '../src/protocol/json/index.ts';
import { type NoteKey, openCheckpoint, type TreeHead } from '../src/protocol/merkle/index.ts';
import { readMessage } from '../src/protocol/messages/index.ts';
import { parseAmount, withinTolerance } from '../src/protocol/money/index.ts';
import * as verifier from '../src/verifier/index.ts';
import type { Document, Question, Vector } from './files.ts';

/** The reference verifier as a subject of the vectors: the only file here that calls src. */

/** What a subject says about one vector. */
export interface Outcome {
  readonly verdict: 'accepted' | 'refused';
  readonly code?: string;
  readonly requirement?: string;
  /** `kind requirement`, in the order of the checks. */
  readonly obligations: readonly string[];
  /** Of operations that compute something. */
  readonly values?: Readonly<Record<string, unknown>>;
}

function outcomeOf({ verdict, refusal, obligations }: verifier.Judgement): Outcome {
  const duties = obligations.map(({ obligation, requirement }) => `${obligation} ${requirement}`);
  if (refusal === undefined) return { verdict, obligations: duties };
  return { verdict, code: refusal.code, requirement: refusal.requirement, obligations: duties };
}

/** Opened lists by text: most vectors of a file share one. Only lists that were accepted are kept. */
const opened = new Map<string, Promise<verifier.TrustList>>();

/** Lets go of what was remembered. Paths that were found good are remembered by list, in src. */
export function forget(): void {
  opened.clear();
}

function openTrust({ context, now }: Question): Promise<verifier.TrustList> {
  const name = `${now} ${JSON.stringify(context.trust_list_key)} ${context.trust_list}`;
  const known = opened.get(name) ?? verifier.openTrustList(context.trust_list, context.trust_list_key, now);
  opened.set(name, known);
  return known;
}

function toolOf(tool: Document): verifier.PaymentState['tool'] {
  if (tool.state === 'NONE') return null;
  const { max_amount_minor, valid_until, sub_account, confirm_each, ...rest } = tool;
  return {
    ...rest,
    maxAmountMinor: BigInt(max_amount_minor),
    validUntil: valid_until,
    ...(sub_account && { subAccount: sub_account }),
    ...(confirm_each && { confirmEach: true }),
  };
}

function usageOf({ spent_minor, held_minor, count }: Document): verifier.PaymentState['usage'] {
  return { spentMinor: BigInt(spent_minor), heldMinor: BigInt(held_minor), count };
}

/** `tool.state` NONE: there is no such tool. `payee_owner` "none": there is no such account. */
function stateOf(state: Document = {}): Partial<verifier.PaymentState> {
  const { usage, tool, payee_owner, balance_minor, above, ...rest } = state;
  return {
    ...rest,
    ...(usage && { usage: usageOf(usage) }),
    ...(above && {
      above: above.map(({ usage: used, ...one }: Document) => ({
        ...one,
        ...(used && { usage: usageOf(used) }),
      })),
    }),
    ...(tool && { tool: toolOf(tool) }),
    ...(payee_owner && { payeeOwner: payee_owner === 'none' ? null : payee_owner }),
    ...(balance_minor && { balanceMinor: BigInt(balance_minor) }),
  };
}

/** Computes; a coded refusal becomes an outcome. */
async function computed(work: () => unknown): Promise<Outcome> {
  try {
    const values = await work();
    return {
      verdict: 'accepted',
      obligations: [],
      ...(values === undefined ? {} : { values: values as Record<string, unknown> }),
    };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return { verdict: 'refused', code: error.code, requirement: error.requirement, obligations: [] };
  }
}

function bytesOf(input: Document): Uint8Array {
  const { hex, text = JSON.stringify(input.bundle), padding = 0 } = input;
  if (hex !== undefined)
    return Uint8Array.from(hex.match(/../g) ?? [], (byte: string) => Number.parseInt(byte, 16));
  return new TextEncoder().encode(text + ' '.repeat(padding));
}

async function commandKey(question: Question): Promise<Document> {
  const { context } = question;
  if (context.key !== undefined) return { publicJwk: context.key as PublicJwk };
  return { trustList: await openTrust(question), role: context.role };
}

async function statusList(question: Question): Promise<Outcome> {
  const { input, context, now } = question;
  const judged = await verifier.verifyStatusList(input.status_list, {
    ...context,
    now,
    trustList: await openTrust(question),
  });
  if (judged.verdict === 'refused') return outcomeOf(judged);
  const looked = await computed(() => ({ status: judged.facts.statusAt(context.idx) }));
  return { ...looked, obligations: [...outcomeOf(judged).obligations, ...looked.obligations] };
}

function noteKeyOf({ name, jwk }: Document): NoteKey {
  return { name, publicJwk: jwk };
}

function headOf({ size, root }: Document): TreeHead {
  return { size, root: decodeBase64url(root) };
}

/** The log has what it is said to have: an anchor with its proof, nothing of that name, or no answer. */
async function answerOfLog(
  anchored: Document,
  trustList: verifier.TrustList,
  keys: readonly NoteKey[],
): ReturnType<verifier.RecordPorts['anchor']> {
  if (anchored === 'silent') return new Promise(() => {});
  return anchored === 'none'
    ? { missing: 'anchor_not_found' }
    : verifier.believedAnchor(anchored, trustList, keys);
}

/** The conclusion is one of the seven of ACT; a record of which nothing can be said is refused with the reason. */
async function judgeRecord(question: Question): Promise<Document> {
  const { record, anchored } = question.input;
  const trustList = await openTrust(question);
  const keys: NoteKey[] = question.context.log_keys.map(noteKeyOf);
  const { verdict, code, signer, member, index } = await verifier.verifyRecord(question.context.record_id, {
    record: async () => record,
    key: (signature, role, at) => verifier.keyFromTrustList(trustList, signature, role, at),
    anchor: () => answerOfLog(anchored, trustList, keys),
    deadline: () => (anchored === 'silent' ? Promise.resolve() : new Promise(() => {})),
  });
  if (verdict === undefined) throw new ActError(code ?? 'internal');
  return JSON.parse(JSON.stringify({ verdict, signer, member, code, index }));
}

/** What a file of evidence comes to. Nothing about it is refused: whatever does not hold is said. */
async function judgeEvidence({ input, context, now }: Question): Promise<Document> {
  const bytes =
    input.text === undefined ? canonicalize(input.evidence) : new TextEncoder().encode(String(input.text));
  const judged = await verifier.verifyDispute(bytes, { trustListKey: context.trust_list_key, now });
  const { verdict, code, finding, records, missing } = judged;
  const shown = records.map(({ record, verdict: one }) => ({
    record_id: record.record_id,
    recorder: record.participants[0]?.id,
    verdict: one,
  }));
  return JSON.parse(JSON.stringify({ evidence: verdict, code, ...finding, records: shown, missing }));
}

/** A record and what it followed from: how far it goes, and what each came to. */
async function judgeChain(question: Question): Promise<Document> {
  const given: Document[] = question.input.records;
  const byId = new Map(given.map((one) => [one.record.record_id as string, one]));
  const trustList = await openTrust(question);
  const keys: NoteKey[] = question.context.log_keys.map(noteKeyOf);
  const { holds, records, broken } = await verifier.verifyChain(question.context.record_id, {
    record: async (id) => byId.get(id)?.record,
    key: (signature, role, at) => verifier.keyFromTrustList(trustList, signature, role, at),
    anchor: ({ record_id }) => answerOfLog(byId.get(record_id)?.anchored, trustList, keys),
    deadline: () => new Promise(() => {}),
  });
  const verdicts = records.map(({ verdict, code }) => verdict ?? code);
  return JSON.parse(JSON.stringify({ holds, verdicts, broken: broken?.rule }));
}

const operations: Readonly<Record<string, (question: Question) => Promise<Outcome>>> = {
  open_trust_list: ({ input, context, now }) =>
    verifier.openTrustList(input.trust_list, context.trust_list_key, now, context.highest_sequence).then(
      ({ obligations }) => outcomeOf({ verdict: 'accepted', lines: [], obligations }),
      (error: unknown) => computed(() => Promise.reject(error)),
    ),
  verify_attestation: async (question) =>
    outcomeOf(
      await verifier.verifyAttestation(question.input.attestation, {
        trustList: await openTrust(question),
        now: question.now,
      }),
    ),
  verify_enrolment: async (question) =>
    outcomeOf(
      await verifier.verifyEnrolment(question.input.enrolment, {
        trustList: await openTrust(question),
        now: question.now,
        at: question.context.at,
      }),
    ),
  verify_confirmation: async ({ input, context, now }) =>
    outcomeOf(
      await verifier.verifyConfirmation(
        {
          confirmation: input.confirmation,
          shown: input.shown,
          subjectDigest: input.subject_digest,
          agentJkt: input.agent_jkt,
        },
        {
          now,
          audience: context.audience,
          deviceKey: context.device_key,
          deviceId: context.device_id,
          delegator: context.delegator,
        },
      ),
    ),
  verify_mandate: async (question) =>
    outcomeOf(
      await verifier.verifyMandate(
        question.input,
        {
          trustList: await openTrust(question),
          now: question.now,
          audience: question.context.audience,
        },
        stateOf(question.context.state),
      ),
    ),
  verify_intent_selection: async ({ input }) => outcomeOf(await verifier.verifyIntentSelection(input)),
  verify_status_list: statusList,
  verify_quote: async (question) =>
    outcomeOf(
      await verifier.verifyQuote(question.input, {
        trustList: await openTrust(question),
        now: question.now,
        agentId: question.context.agent_id,
      }),
    ),
  verify_payment_request: async (question) => {
    const { agent_key: agentKey, ...signed } = question.input;
    return outcomeOf(
      await verifier.verifyPaymentRequest(
        { ...signed, agentKey },
        { trustList: await openTrust(question), now: question.now, audience: question.context.audience },
        stateOf(question.context.state),
      ),
    );
  },
  verify_receipt: async (question) =>
    outcomeOf(
      await verifier.verifyReceipt(question.input, {
        ...question.context,
        trustList: await openTrust(question),
        now: question.now,
      }),
    ),
  verify_payment_proof: async (question) => {
    const { audience, expected, asked, state } = question.context;
    const context = { trustList: await openTrust(question), now: question.now, audience, expected, asked };
    const known = state === undefined ? {} : { holderProof: state.holder_proof };
    return outcomeOf(await verifier.verifyPaymentProof(question.input, context, known));
  },
  read_refusal: ({ input }) =>
    computed(() => {
      readMessage('refusal', input.refusal);
    }),
  verify_refusal: async (question) =>
    outcomeOf(
      await verifier.verifyRefusal(question.input.refusal, {
        ...question.context,
        trustList: await openTrust(question),
        now: question.now,
      }),
    ),
  verify_instruction: async (question) => {
    const { signed_digest: signedDigest, ...input } = question.input;
    const context = {
      trustList: await openTrust(question),
      now: question.now,
      audience: question.context.audience,
    };
    const { payeeOwner = null, partners } = stateOf(question.context.state);
    return outcomeOf(
      await verifier.verifyInstruction(
        { ...input, signedDigest },
        context,
        partners === undefined ? { payeeOwner } : { payeeOwner, partners },
      ),
    );
  },
  verify_finding: async (question) =>
    outcomeOf(
      await verifier.verifyFinding(question.input, {
        trustList: await openTrust(question),
        now: question.now,
        expected: question.context.expected,
      }),
    ),
  verify_credit_request: async (question) => {
    const { audience, state } = question.context;
    const trustList = await openTrust(question);
    const context = { trustList, now: question.now, audience };
    const judged = await verifier.verifyCreditRequest(question.input.request, context, state);
    const { reason, completed } = verifier.creditOutcomeOf(judged);
    return { ...outcomeOf(judged), values: { reason, completed_level: completed } };
  },
  verify_credit_credential: async (question) =>
    outcomeOf(
      await verifier.verifyCreditCredential(question.input.credential, {
        trustList: await openTrust(question),
        now: question.now,
      }),
    ),
  verify_credit_answer: async (question) =>
    outcomeOf(
      await verifier.verifyCreditAnswer(question.input.answer, {
        trustList: await openTrust(question),
        now: question.now,
        expected: question.context.expected,
      }),
    ),
  verify_credit_status: async (question) => {
    const context = {
      trustList: await openTrust(question),
      now: question.now,
      expected: question.context.expected,
    };
    const judged = await verifier.verifyCreditStatus(question.input.status, context);
    return judged.verdict === 'refused'
      ? outcomeOf(judged)
      : { ...outcomeOf(judged), values: { status: judged.facts.claims.status } };
  },
  verify_command: async (question) => {
    const { audience, action, target } = question.context;
    const context = { now: question.now, audience, action, target };
    return outcomeOf(
      await verifier.verifyCommand(question.input.command, context, await commandKey(question)),
    );
  },
  open_checkpoint: ({ input, context }) =>
    computed(async () => {
      const { origin, size, root } = await openCheckpoint(input.checkpoint, noteKeyOf(context.log_key));
      return { origin, size, root: encodeBase64url(root) };
    }),
  verify_inclusion: ({ input, context }) =>
    computed(async () => {
      const { size, root } = await verifier.assertAnchored(input, context.log_keys.map(noteKeyOf));
      return { leaf: encodeBase64url(await anchorLeaf(input.anchor)), size, root: encodeBase64url(root) };
    }),
  verify_consistency: ({ input }) =>
    computed(() => verifier.assertConsistent(headOf(input.from), headOf(input.to), input.proof)),
  verify_anchor: (question) =>
    computed(async () => {
      const { anchor, agent_attestation: attestation } = question.input;
      const trust = { trustList: await openTrust(question), now: question.now };
      return { role: (await verifier.verifyAnchor(anchor, trust, attestation)).role };
    }),
  verify_dispute: (question) => computed(() => judgeEvidence(question)),
  verify_record: (question) => computed(() => judgeRecord(question)),
  verify_chain: (question) => computed(() => judgeChain(question)),
  verify_purchase: async ({ input, context, now }) =>
    outcomeOf(await verifier.verifyPurchase(bytesOf(input), { trustListKey: context.trust_list_key, now })),
  verify_instant_purchase: async ({ input, context, now }) =>
    outcomeOf(
      await verifier.verifyInstantPurchase(bytesOf(input), { trustListKey: context.trust_list_key, now }),
    ),
  parse_json: ({ input }) =>
    computed(() => {
      parseStrict(bytesOf(input));
    }),
  canonicalize: ({ input }) =>
    computed(async () => {
      const value = parseStrict(bytesOf(input));
      const canonical = new TextDecoder().decode(canonicalize(value));
      return { canonical, digest: await digestOfObject(value) };
    }),
  parse_amount: ({ input }) =>
    computed(() => ({ minor: String(parseAmount(input.lexeme, input.currency).minor) })),
  within_tolerance: ({ input }) =>
    computed(() => {
      const { currency, reference, actual, percent } = input;
      const [left, right] = [parseAmount(reference, currency), parseAmount(actual, currency)];
      return { within: withinTolerance(left, right, percent) };
    }),
};

/** Judges one vector. @throws Error for an operation that does not exist: that is a fault of the file */
export async function judge(question: Question): Promise<Outcome> {
  const operation = operations[question.operation];
  if (operation === undefined) throw new Error(`No operation ${question.operation}.`);
  try {
    return await operation(question);
  } catch (error) {
    // A trust list that cannot be opened refuses everything that would rest on it.
    return computed(() => Promise.reject(error));
  }
}

/** What of an outcome differs from what the vector expects; undefined when nothing does. */
export function differenceFrom(vector: Vector, outcome: Outcome): string | undefined {
  const { expected } = vector;
  const wanted =
    expected.verdict === 'refused'
      ? { verdict: 'refused', code: expected.code, requirement: vector.requirement }
      : { verdict: 'accepted', obligations: expected.obligations, values: expected.values };
  const found =
    expected.verdict === 'refused'
      ? { verdict: outcome.verdict, code: outcome.code, requirement: outcome.requirement }
      : { verdict: outcome.verdict, obligations: outcome.obligations, values: outcome.values };
  if (JSON.stringify(wanted) === JSON.stringify(found)) return undefined;
  return `expected ${JSON.stringify(wanted)}, found ${JSON.stringify({ ...found, code: outcome.code, requirement: outcome.requirement })}`;
}
