export { createRoot, issueCa, issueLeaf } from './issue.ts';
export type { CaRequest, Issuer, LeafRequest, RootRequest } from './issue-request.ts';
export { EKU, type Eku } from './oids.ts';
export type { PathMember, PathRequest, ValidatedPath } from './path.ts';
export type { GivenJwk, PlatformKey, PlatformKeyPair } from './platform-key.ts';
export { validatePath } from './validate.ts';
