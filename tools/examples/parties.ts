import { encodeBase64url } from '../../src/protocol/index.ts';
import { exampleBytes } from './keys.ts';

/** Who takes part in the printed purchase. */
export const PARTY = {
  issuer: 'did:act:bank.example/iac',
  psp: 'did:act:bank.example/psp',
  merchant: 'did:act:rail.example/tickets',
  agent: 'did:act:assistant.example/agent-007',
  provider: 'did:act:assistant.example/provider',
  operator: 'did:act:trust.example/list',
  delegator: 'did:act:bank.example/u-5Zk3cJ0aQp7Rk1vYw2Xt9g',
} as const;

export const METHOD = 'urn:act:payment:openact-balance';
export const DELEGATION_ID = 'dlg_1mTq7cQbT2sV0hXw9ZkN4A';
export const ORDER = 'ord_8Lr2fWmC5yPz6DqE1uHb3Q';
export const TOOL = 'tool_6Jx0nRkV4sGa9TfL2wYc7M';
export const TRADE = 'trd_3Qe8vHzU1kBn5SdP7xRj0W';

export const TIME = {
  said: '2026-01-10T09:00:00Z',
  start: '2026-01-10T09:00:00Z',
  confirmed: '2026-01-10T09:02:00Z',
  issued: '2026-01-10T09:02:03Z',
  quoted: '2026-01-12T01:00:00Z',
  requested: '2026-01-12T01:00:20Z',
  paid: '2026-01-12T01:00:21Z',
  payBefore: '2026-01-12T01:15:00Z',
  receiptEnd: '2026-01-19T01:00:21Z',
  departure: '2026-01-20T10:00:00Z',
  end: '2026-01-20T16:00:00Z',
} as const;

export const salt = (name: string): string => encodeBase64url(exampleBytes(`${name} salt`));
