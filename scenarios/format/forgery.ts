/** Claims, header or key that differ from the honest message: a forger's work, or a hijacked agent's. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** `stranger` is a fresh key that nobody vouches for; else the folder and file of a real one. */
  readonly key?: 'stranger' | `${string}/${string}`;
  /** The certificates of this key instead of the own ones. */
  readonly certificate?: `${string}/${string}`;
  /** Certificates of an own making for the key, its own first: the real authority of merchants has signed the last. */
  readonly chain?: readonly CertificatePlan[];
  /** Instead of signing: this text, or the name of a kept one. */
  readonly text?: string;
}

/** What a certificate says that it should not. Nothing: it is as it should be, the first for a signer, the rest for authorities. */
export interface CertificatePlan {
  readonly from?: string;
  readonly until?: string;
  readonly uses?: 'signing' | 'certifying';
  readonly isAuthority?: boolean;
  /** `stranger`: by a key that is not the authority's. `itself`: by its own key, as a root. */
  readonly signedBy?: 'stranger' | 'itself';
  readonly hash?: 'SHA-384';
  /** An extension that nobody knows, as critical. */
  readonly critical?: string;
  /** Only for names below this one. */
  readonly constrainedTo?: string;
}
