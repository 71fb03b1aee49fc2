import { type Actors, type Algorithm, actorsOf } from './actors.ts';
import type { Signed } from './drafts.ts';
import { type Json, type JsonObject, setAt, valueAt } from './json.ts';
import { type Forgery, type Intermediate, makeJws, type Signer } from './jws.ts';

/** Everything of one purchase that can be spoilt before it is signed, in the order in which it is made. */
export type Part =
  | 'trust_list'
  | 'attestation'
  | 'enrolment'
  | 'intent'
  | 'iac'
  | 'shown'
  | 'confirmation'
  | 'mandate'
  | 'mandate_credential'
  | 'parent_iac'
  | 'parent_mandate'
  | 'child_iac'
  | 'child_mandate'
  | 'child_quote'
  | 'child_request'
  | 'status_list'
  | 'cart'
  | 'quote'
  | 'payment_request'
  | 'receipt'
  | 'seller_receipt'
  | 'refusal'
  | 'disputes_trust_list'
  | 'finding'
  | 'command'
  | 'merchant_command'
  | 'sub_account_proof'
  | 'runtime_proof'
  | 'holder_proof'
  | 'state'
  | 'bundle'
  | 'instant_request'
  | 'instant_shown'
  | 'instant_confirmation'
  | 'instant_receipt'
  | 'instant_bundle'
  | 'credit_trust_list'
  | 'credit_association'
  | 'credit_credential'
  | 'credit_signed'
  | 'credit_authorization'
  | 'credit_request'
  | 'credit_answer'
  | 'credit_status'
  | 'record'
  | 'record_signed'
  | 'anchor';

export const TYP = {
  trust_list: 'act-trust-list+jwt',
  attestation: 'act-agent+jwt',
  enrolment: 'act-enrolment+jwt',
  confirmation: 'act-confirmation+jwt',
  mandate: 'act-mandate+jwt',
  mandate_credential: 'vc+jwt',
  parent_mandate: 'act-mandate+jwt',
  child_mandate: 'act-mandate+jwt',
  child_quote: 'act-quote+jwt',
  child_request: 'act-payment-request+jwt',
  status_list: 'statuslist+jwt',
  quote: 'act-quote+jwt',
  payment_request: 'act-payment-request+jwt',
  receipt: 'act-receipt+jwt',
  seller_receipt: 'act-receipt+jwt',
  refusal: 'act-refusal+jwt',
  disputes_trust_list: 'act-trust-list+jwt',
  finding: 'act-finding+jwt',
  command: 'act-command+jwt',
  merchant_command: 'act-command+jwt',
  sub_account_proof: 'act-command+jwt',
  runtime_proof: 'act-command+jwt',
  holder_proof: 'act-holder+jwt',
  instant_request: 'act-payment-request+jwt',
  instant_confirmation: 'act-confirmation+jwt',
  instant_receipt: 'act-receipt+jwt',
  credit_trust_list: 'act-trust-list+jwt',
  credit_request: 'act-credit-request+jwt',
  credit_answer: 'act-credit-answer+jwt',
  credit_status: 'act-credit-status+jwt',
  anchor: 'act-anchor+jwt',
} as const;

export type SignedPart = keyof typeof TYP;

/** One member of one part. `value` undefined takes it out. */
export interface Edit {
  readonly part: Part;
  readonly path: string;
  readonly value: Json | undefined;
}

export interface Changes {
  readonly alg?: Algorithm;
  readonly edits?: readonly Edit[];
  readonly forge?: { readonly [P in SignedPart]?: Forgery };
  /** Somebody else signs, and says so. */
  readonly signers?: { readonly [P in SignedPart]?: Signer };
}

/** An edit with what stood there before. */
export interface AppliedEdit extends Edit {
  readonly from: Json | undefined;
}

/** Makes one world: holds what was made so far, and puts each change where it belongs. */
export class Builder {
  readonly actors: Actors;
  readonly tokens: Partial<Record<SignedPart, string>> = {};
  readonly intermediates: Partial<Record<SignedPart, Intermediate>> = {};
  readonly applied: AppliedEdit[] = [];
  private readonly changes: Changes;

  constructor(changes: Changes) {
    this.changes = changes;
    this.actors = actorsOf(changes.alg ?? 'ES256');
  }

  draft(part: Part, value: JsonObject): JsonObject {
    for (const edit of this.changes.edits ?? []) {
      if (edit.part !== part) continue;
      const from = structuredClone(valueAt(value, edit.path));
      setAt(value, edit.path, structuredClone(edit.value));
      this.applied.push({ ...edit, from });
    }
    return value;
  }

  sign(part: SignedPart, claims: JsonObject, signer: Signer): string {
    const iac = part === 'mandate_credential' ? '/credentialSubject/iac' : '/iac';
    const critical = part.includes('mandate') && valueAt(claims, `${iac}/ext/openact`) !== undefined;
    const by = this.changes.signers?.[part] ?? signer;
    const header = critical ? { ...by.header, crit: ['openact'], openact: 1 } : by.header;
    const forgery = this.changes.forge?.[part];
    const made = makeJws(TYP[part], claims, { key: by.key, header }, forgery);
    this.tokens[part] = made.compact;
    this.intermediates[part] = made.intermediate;
    return made.compact;
  }

  make(part: SignedPart, claims: JsonObject, signer: Signer): Signed {
    const drafted = this.draft(part, claims);
    return { claims: drafted, compact: this.sign(part, drafted, signer) };
  }
}
