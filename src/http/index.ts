export { nodeSigner, useNodeCrypto } from '../node/crypto.ts';
export { expectJson, expectText, RemoteProblem } from './answer.ts';
export { type AppOptions, answerProblem, createApp } from './app.ts';
export { eachAtOnce } from './at-once.ts';
export { assertBaseUrl, BASE_URL_FORM, baseAddress, isBaseUrl, isOfOrigin } from './base-address.ts';
export { behindToken } from './bearer.ts';
export { commandOf, readJson, readLimited, targetOf } from './body.ts';
export {
  type CallOptions,
  type ClosableHttpClient,
  createHttpClient,
  type HttpAnswer,
  type HttpClient,
} from './client.ts';
export { connectByList, type TrustConnection } from './connect.ts';
export { CONNECTION_BOUNDS, type ConnectionBounds } from './connections.ts';
export { type Deadline, deadlineIn } from './deadline.ts';
export { eachPeer, type PeerWork } from './each-peer.ts';
export {
  type ClosableExchange,
  createExchange,
  type Exchange,
  type ExchangeAnswer,
  type ExchangeRequest,
} from './exchange.ts';
export { type KeyFile, loadSigner, readKeyFile, readPublicJwk } from './key-file.ts';
export { warnOfUnknownSettings } from './known-settings.ts';
export { type Listening, type ListenOptions, listen } from './listen.ts';
export { readLocalOrigins } from './local-origins.ts';
export { createLogger, faultOf, type Logger } from './log.ts';
export {
  addConnectionControl,
  createNarrowConnections,
  type NarrowConnections,
} from './narrow-connections.ts';
export { addLimitControl, createNarrowLimit, type NarrowLimit } from './narrow-limit.ts';
export { warnOfFewFiles } from './open-files.ts';
export { observeOutbox, type Waiting } from './outbox-age.ts';
export { CHANNEL_HEADER, channelOf } from './privacy-channel.ts';
export { createReadiness, type Readiness, type ReadinessCheck } from './probes/readiness.ts';
export { type RolePorts, roleChecks, type UsedKey } from './probes/role-checks.ts';
export { problemOf, SignedRefusal } from './problem.ts';
export { putOffUntil } from './put-off.ts';
export { createQuietPeers, type QuietPeers } from './quiet-peers.ts';
export { createRateLimit, type RateLimit, type RateLimitOptions } from './rate-limit.ts';
export { createReach, type Lookup, type Reach, type ReachOptions } from './reach.ts';
export { secondsIn } from './retry-after.ts';
export { type Rounds, startRounds } from './rounds.ts';
export { readCallerLimit, readServing } from './serving.ts';
export {
  addressIn,
  baseUrlIn,
  readBaseUrl,
  readHost,
  readIdentifier,
  readPort,
  requiredIdentifier,
  requiredText,
} from './settings.ts';
export { PortInUse, StartError } from './start-error.ts';
export { createOutcomeCounter, inSpan, observe, type Reading } from './telemetry.ts';
export { startTelemetry } from './telemetry-start.ts';
export {
  type ControlApp,
  controlBody,
  controlText,
  createControlApp,
  type MovableClock,
  movableClock,
} from './test-control.ts';
export { readTestControl, type TestControlSettings } from './test-control-settings.ts';
export { passedRequirements, type TracedStep, traced, type Witness } from './traced.ts';
export {
  createTrustSource,
  isVouchedFor,
  type TrustSource,
  type TrustSourceOptions,
  trustMemoryMigration,
} from './trust-source.ts';
export { isPutOff, isUnanswered, retryAfterOf } from './unanswered.ts';
export { whyUnreachable } from './unreachable.ts';
