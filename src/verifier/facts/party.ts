/** Whom the authority of a payment names: by the mandate, or at act:L1 by request and confirmation. */
export interface Party {
  readonly agentId: string;
  readonly delegator: string;
  /** The account side that asked the delegator. */
  readonly issuer: string;
}

export interface OnParty {
  readonly party: Party;
}
