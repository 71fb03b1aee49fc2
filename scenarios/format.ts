/** The form of a scenario: a world, the run that has to succeed, and what has to be refused. All of it is data. */
import type { Step } from './format/step.ts';
import type { WorldPlan } from './format/world.ts';

export type { InstructStep, NetStep, ScanStep } from './format/across.ts';
export type { BuyStep, DelegateStep, StandstillStep, TapStep, WalletStep } from './format/buy.ts';
export type { CardStep, FetchStep, ProofStep, UnfreezeStep } from './format/card.ts';
export type {
  AdvanceStep,
  AnswersStep,
  BankStep,
  ForgetStep,
  PriceStep,
  PublishStep,
  RestartStep,
  TogetherStep,
} from './format/changes.ts';
export type { CreditOrderStep, CreditStep, KnownStep, VouchStep } from './format/credit.ts';
export type { CompensateStep, DisputeStep, EvidenceStep, FindingStep, SubmitStep } from './format/dispute.ts';
export type { Expected } from './format/expected.ts';
export type { CertificatePlan, Forgery } from './format/forgery.ts';
export type { AnswerStep, CommandStep, EnrolStep, SendStep } from './format/messages.ts';
export type { BindStep, JudgeStep, MandateStep, PayStep, ReleaseStep } from './format/pay.ts';
export type {
  AnchorStep,
  AuditStep,
  LogStep,
  RecomputeStep,
  RecordsStep,
  RestoreStep,
  VerifyStep,
} from './format/records.ts';
export type { Decision, Step } from './format/step.ts';
export type { ShopPlan, WorldPlan } from './format/world.ts';

export interface Scenario {
  /** Begins with the number of its case: 01-bubble-tea. */
  readonly name: string;
  readonly title: string;
  readonly world: WorldPlan;
  /** Each engine gets a world of its own. SQLite where it is left out. */
  readonly engines?: readonly Engine[];
  /** Played once, before anything else. */
  readonly setup?: readonly Step[];
  /**
   * The positive run. It begins the scenario and is repeated after every refused step, so that a world which refuses
   * everything passes nothing. A refused step may name a nearer one, never none.
   */
  readonly twin: readonly Step[];
  readonly steps: readonly Step[];
}

export type Engine = 'sqlite' | 'postgres';
