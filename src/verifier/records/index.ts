export { ANCHOR_RETRIES, ANCHOR_TIMEOUT_MILLISECONDS } from './anchor-query.ts';
export { believedAnchor } from './believed-anchor.ts';
export { CHAIN_MAX_RECORDS, type ChainBreak, type ChainJudgement, verifyChain } from './chain.ts';
export { keyFromTrustList } from './key-history.ts';
export type { FoundAnchor, FoundKey, RecordPorts } from './ports.ts';
export { type RecordJudgement, VERDICTS, type Verdict, type VerificationStep } from './verdict.ts';
export { verifyRecord } from './verify-record.ts';
