/** What every step may say, and all the steps that there are. */
import type { ConfirmationClaims } from '../../src/protocol/generated/types.ts';
import type { InstructStep, NetStep, ScanStep } from './across.ts';
import type { BuyStep, DelegateStep, StandstillStep, TapStep, WalletStep } from './buy.ts';
import type { CardStep, FetchStep, ProofStep, UnfreezeStep } from './card.ts';
import type {
  AdvanceStep,
  AnswersStep,
  BankStep,
  ForgetStep,
  PriceStep,
  PublishStep,
  RestartStep,
  TogetherStep,
} from './changes.ts';
import type { CreditOrderStep, CreditStep, KnownStep, VouchStep } from './credit.ts';
import type { CompensateStep, DisputeStep, EvidenceStep, FindingStep, SubmitStep } from './dispute.ts';
import type { Expected } from './expected.ts';
import type { AnswerStep, CommandStep, EnrolStep, SendStep } from './messages.ts';
import type { BindStep, JudgeStep, MandateStep, PayStep, ReleaseStep } from './pay.ts';
import type {
  AnchorStep,
  AuditStep,
  LogStep,
  RecomputeStep,
  RecordsStep,
  RestoreStep,
  VerifyStep,
} from './records.ts';

export type Method = ConfirmationClaims['method'];

/**
 * What the user does with the question on the device: says yes by face, where it is left out. One-time codes and the
 * password are the right ones unless `secret` is another; glasses are worn and heard unless `glasses` says otherwise.
 */
export interface Decision {
  readonly user?: string;
  readonly decide?: 'APPROVE' | 'DENY';
  readonly method?: Method;
  readonly channel?: ConfirmationClaims['channel'];
  readonly secret?: string;
  readonly glasses?: { readonly silentSeconds?: number; readonly wearer?: 'MATCHED' | 'NOT_MATCHED' };
}

/** Common to every step. */
export interface Named {
  /** What a reader is told. */
  readonly step: string;
  readonly expect?: Expected;
  /** Of a refused step: its own positive run. */
  readonly twin?: readonly Step[];
  /** What makes this step's world different, and what makes it as before: both stand between the positive runs. */
  readonly before?: readonly Step[];
  readonly after?: readonly Step[];
  /** Keeps what came back; later steps name a member of it as `$as.member`. */
  readonly as?: string;
  /** The only user or agent where it is left out. */
  readonly user?: string;
  readonly agent?: string;
}

export type Step =
  | BuyStep
  | DelegateStep
  | BindStep
  | MandateStep
  | PayStep
  | TogetherStep
  | CommandStep
  | AnswerStep
  | AdvanceStep
  | PriceStep
  | ForgetStep
  | CardStep
  | UnfreezeStep
  | FetchStep
  | ProofStep
  | EnrolStep
  | SendStep
  | StandstillStep
  | PublishStep
  | AnswersStep
  | ReleaseStep
  | JudgeStep
  | BankStep
  | RestartStep
  | RecordsStep
  | EvidenceStep
  | DisputeStep
  | SubmitStep
  | FindingStep
  | CompensateStep
  | AnchorStep
  | AuditStep
  | VerifyStep
  | WalletStep
  | TapStep
  | RecomputeStep
  | RestoreStep
  | LogStep
  | InstructStep
  | ScanStep
  | NetStep
  | VouchStep
  | CreditStep
  | CreditOrderStep
  | KnownStep;
