/** Whom the suite plays around a credit service beside the cast of every role, and what the service knows of them. */
export const CREDIT_IDS = {
  subject: 'did:act:suite.example/subject-1',
  otherSubject: 'did:act:suite.example/subject-2',
  unknownSubject: 'did:act:suite.example/subject-3',
  shop: 'did:act:suite.example/shop',
  otherShop: 'did:act:suite.example/other-shop',
  platform: 'did:act:suite.example/platform',
} as const;

/** What a subject's credit is in the service's own words: they are nobody's business outside of it. */
export const OWN_GRADE = 'suite-grade-7QX';
export const OTHER_GRADE = 'suite-grade-2KD';

export const ASSERTIONS = {
  good: 'cas-suite',
  revoked: 'cas-suite-revoked',
  ended: 'cas-suite-ended',
  other: 'cas-suite-other',
} as const;

const digest = (letter: string): string => `${letter.repeat(42)}A`;

/** Documents that were found genuine, and for what. */
export const EVIDENCE = {
  control: { ref: 'https://suite.example/evidence/control', digest: digest('B') },
  development: { ref: 'https://suite.example/evidence/development', digest: digest('C') },
  other: { ref: 'https://suite.example/evidence/other', digest: digest('D') },
} as const;

export const PURPOSE = 'MERCHANT_RISK_REFERENCE';
export const TRANSACTION = 'goods/things';
