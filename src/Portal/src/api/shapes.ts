import type { components as Gateway } from "./generated/gateway";
import type { components as Hotline } from "./generated/hotline";
import type { components as Payout } from "./generated/payout";
import type { components as Scoring } from "./generated/scoring";
import type { components as Survey } from "./generated/survey";

export type Me = Gateway["schemas"]["Me"];
export type Township = Gateway["schemas"]["TownshipLine"];
export type AccountLine = Gateway["schemas"]["AccountLine"];
export type NewAccount = Gateway["schemas"]["NewAccount"];
export type AskedDuty = Gateway["schemas"]["AskedDuty"];
export type DutyLine = Gateway["schemas"]["DutyLine"];
export type AccountFilePreview = Gateway["schemas"]["AccountFilePreview"];
export type PlannedAccount = Gateway["schemas"]["PlannedAccount"];
export type InvitationSlip = Gateway["schemas"]["InvitationSlip"];
export type AccountChange = Gateway["schemas"]["AccountChange"];
export type InvitationLink = Gateway["schemas"]["InvitationLink"];
export type Invitation = Gateway["schemas"]["InvitationView"];
export type Credentials = Gateway["schemas"]["Credentials"];
export type PresentedFactor = Gateway["schemas"]["PresentedCode"];
export type SessionLine = Gateway["schemas"]["SessionLine"];
export type SignInLine = Gateway["schemas"]["SignInLine"];
export type SignInKind = Gateway["schemas"]["SignInKind"];
export type SignInOutcome = Gateway["schemas"]["SignInOutcome"];
export type AccountEvent = Gateway["schemas"]["AccountEvent"];
export type AccountLogLine = Gateway["schemas"]["AccountLogLine"];
export type KeyLine = Gateway["schemas"]["KeyLine"];
export type NewKey = Gateway["schemas"]["NewKey"];

/** Imports are the same in every service. */
export type ImportKind = Payout["schemas"]["ImportKind"];
export type ImportColumn = Payout["schemas"]["ImportColumn"];
export type ImportReport = Payout["schemas"]["ImportReport"];
export type ImportPreview = Payout["schemas"]["ImportPreview"];
export type PreviewRow = Payout["schemas"]["PreviewRow"];
export type UnusedHead = Payout["schemas"]["UnusedHead"];

/** Audit logs are the same in every service. */
export type AuditPage = Payout["schemas"]["AuditPage"];
export type AuditLine = Payout["schemas"]["AuditLineView"];

export type StoredFile = Scoring["schemas"]["FileView"];
export type SigningKey = Scoring["schemas"]["PublicKeyView"];
export type CycleView = Scoring["schemas"]["CycleView"];
export type RegisterView = Scoring["schemas"]["RegisterView"];
export type RegisterColumn = Scoring["schemas"]["ColumnView"];
export type RegisterRow = Scoring["schemas"]["RowView"];
export type RegisterRowChange = Scoring["schemas"]["RowChangeView"];
export type RegisterDifference = Scoring["schemas"]["RegisterDifference"];
export type Notice = Scoring["schemas"]["WordedNotice"];
export type NoticeGroup = Scoring["schemas"]["NoticeGroup"];
export type Procedure = Scoring["schemas"]["ProcedureView"];
export type ProcedureStep = Scoring["schemas"]["StepView"];
export type StepProgress = Scoring["schemas"]["StepProgress"];
export type Standing = Scoring["schemas"]["StandingView"];
export type Quota = Scoring["schemas"]["QuotaView"];
export type Proposal = Scoring["schemas"]["Proposal"];
export type DecisionAsked = Scoring["schemas"]["DecisionAsked"];
export type DecisionPreview = Scoring["schemas"]["DecisionPreview"];
export type MovedSubject = Scoring["schemas"]["MovedSubject"];
export type Objection = Scoring["schemas"]["ObjectionView"];
export type ObjectionSaid = Scoring["schemas"]["ObjectionSaid"];
export type ObjectionMatter = Scoring["schemas"]["ObjectionMatter"];
export type ObjectionStage = Scoring["schemas"]["ObjectionStage"];
export type Objector = Scoring["schemas"]["Objector"];
export type FactDifference = Scoring["schemas"]["FactDifference"];
export type DifferenceKind = Scoring["schemas"]["DifferenceKind"];
export type ChangeAsked = Scoring["schemas"]["ChangeAsked"];
export type ChangePreview = Scoring["schemas"]["ChangePreview"];
export type ResultVersion = Scoring["schemas"]["VersionView"];
export type ResultCause = Scoring["schemas"]["ResultCause"];
export type LedgerEntry = Scoring["schemas"]["LedgerEntryView"];
export type ScoreLine = Scoring["schemas"]["ScoreProgress"];
export type CycleProgress = Scoring["schemas"]["CycleProgress"];
export type ResultView = Scoring["schemas"]["ResultView"];
export type ResultClass = Scoring["schemas"]["ResultClass"];
export type ResultItem = Scoring["schemas"]["ResultItem"];
export type AreaResult = Scoring["schemas"]["AreaResultView"];
export type StaffResult = Scoring["schemas"]["StaffResultView"];
export type Finding = Scoring["schemas"]["Finding"];
export type ExplanationNode = Scoring["schemas"]["ExplanationNode"];
export type ExplanationFact = Scoring["schemas"]["ExplanationFact"];

export type Campaign = Survey["schemas"]["CampaignSummary"];
export type AreaCoverage = Survey["schemas"]["AreaCoverage"];
export type LinksRequest = Survey["schemas"]["IssueLinksRequest"];
export type QrCode = Gateway["schemas"]["QrCode"];
export type IssuedLink = Survey["schemas"]["IssuedLink"];

export type Ticket = Hotline["schemas"]["TicketView"];
export type TicketWithHistory = Hotline["schemas"]["TicketWithHistory"];
export type ExclusionRequest = Hotline["schemas"]["ExclusionRequest"];
export type CycleRates = Hotline["schemas"]["CycleRates"];
export type AreaRates = Hotline["schemas"]["NamedAreaRates"];

export type PayoutSheet = Payout["schemas"]["SheetView"];
export type PayoutLine = Payout["schemas"]["LineView"];
