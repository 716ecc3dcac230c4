namespace Assessment.Audit;

/// <summary>
/// What is recorded, in codes that stay the same: the thing, and what was done to it. The portal has a Chinese word for
/// each (<c>src/Portal/src/audit/actions.ts</c>), and a test there reads this file.
/// </summary>
public static class AuditActions
{
    /// <summary>The author of what the platform does by itself, and its duty.</summary>
    public const string System = "system";

    // 审计
    public const string AuditExported = "audit.exported";

    // 导入
    public const string ImportUploaded = "import.uploaded";
    public const string ImportCompleted = "import.completed";
    public const string ImportRefused = "import.refused";
    public const string ImportUndone = "import.undone";

    // 名册
    public const string RegisterRowCreated = "register.created";
    public const string RegisterRowChanged = "register.changed";
    public const string RegisterRowEnded = "register.ended";
    public const string RegisterRowWithdrawn = "register.withdrawn";
    public const string RegisterRowReinstated = "register.reinstated";
    public const string RegisterTakenOver = "register.takenOver";

    // 文件
    public const string FileUploaded = "file.uploaded";
    public const string FileRemoved = "file.removed";

    // 考核
    public const string SchemeAdopted = "scheme.adopted";
    public const string CycleOpened = "cycle.opened";
    public const string CycleScoringStarted = "cycle.scoringStarted";
    public const string AdjustmentProposed = "adjustment.proposed";
    public const string AdjustmentApproved = "adjustment.approved";
    public const string AdjustmentRefused = "adjustment.refused";
    public const string AdjustmentWithdrawn = "adjustment.withdrawn";
    public const string CycleFrozen = "cycle.frozen";
    public const string ProposalsHandedIn = "proposals.handedIn";
    public const string ProposalsAccepted = "proposals.accepted";
    public const string ProposalsReturned = "proposals.returned";
    public const string ProposalsChanged = "proposals.changed";
    public const string PublicityScheduled = "publicity.scheduled";
    public const string PublicityWithdrawn = "publicity.withdrawn";
    public const string PublicityElapsed = "publicity.elapsed";
    public const string CycleDecided = "cycle.decided";
    public const string CycleFinalized = "cycle.finalized";
    public const string StepTaken = "step.taken";
    public const string ObjectionReceived = "objection.received";
    public const string ObjectionAccepted = "objection.accepted";
    public const string ObjectionLookedInto = "objection.lookedInto";
    public const string ObjectionUpheld = "objection.upheld";
    public const string ObjectionRefused = "objection.refused";
    public const string ObjectionAnswered = "objection.answered";
    public const string ObjectionWithdrawn = "objection.withdrawn";
    public const string CorrectionOpened = "correction.opened";
    public const string CorrectionMade = "correction.made";
    public const string CorrectionAbandoned = "correction.abandoned";
    public const string CancellationAsked = "cycle.cancellationAsked";
    public const string CancellationDeclined = "cycle.cancellationDeclined";
    public const string CycleCancelled = "cycle.cancelled";
    public const string RehearsalRemoved = "cycle.rehearsalRemoved";
    public const string CycleArchived = "cycle.archived";
    public const string CycleUnarchived = "cycle.unarchived";
    public const string ScoreEntered = "score.entered";
    public const string ScoreWithdrawn = "score.withdrawn";
    public const string SheetSaved = "sheet.saved";
    public const string SheetSubmitted = "sheet.submitted";
    public const string SheetReturned = "sheet.returned";
    public const string SheetSigned = "sheet.signed";
    public const string SheetReopened = "sheet.reopened";
    public const string SheetDuesSet = "sheet.duesSet";
    public const string SheetSignatureSet = "sheet.signatureSet";
    public const string EventEntered = "event.entered";
    public const string EventCorrected = "event.corrected";
    public const string EventChecked = "event.checked";
    public const string EventApproved = "event.approved";
    public const string EventRefused = "event.refused";
    public const string EventWithdrawn = "event.withdrawn";
    public const string RiskFiled = "risk.filed";
    public const string RiskApproved = "risk.approved";
    public const string RiskRefused = "risk.refused";
    public const string CalculationAsked = "calculation.asked";
    public const string CalculationDone = "calculation.done";
    public const string CalculationFailed = "calculation.failed";
    public const string ResultsExported = "results.exported";
    public const string FactsExported = "facts.exported";
    public const string FinalFileMade = "finalFile.made";
    public const string FinalFileExported = "finalFile.exported";

    // 平台
    public const string CalendarEntered = "calendar.entered";
    public const string SigningKeyMade = "signingKey.made";
    public const string SigningKeyRotated = "signingKey.rotated";

    // 测评
    public const string CampaignCreated = "campaign.created";
    public const string CampaignClosed = "campaign.closed";
    public const string SurveyKeyDestroyed = "campaign.keyDestroyed";
    public const string LinksIssued = "links.issued";

    // 热线
    public const string TicketExclusionReviewed = "ticket.exclusionReviewed";
    public const string TicketAttributed = "ticket.attributed";

    // 发放
    public const string SheetMade = "sheet.made";
    public const string SheetExported = "sheet.exported";

    // 账号
    public const string TownshipRegistered = "township.registered";
    public const string AccountOpened = "account.opened";
    public const string AccountInvited = "account.invited";
    public const string AccountInvitationAccepted = "account.invitationAccepted";
    public const string AccountPasswordChanged = "account.passwordChanged";
    public const string AccountChanged = "account.changed";
    public const string AccountDisabled = "account.disabled";
    public const string AccountEnabled = "account.enabled";
    public const string AccountSecondFactorEnrolled = "account.secondFactorEnrolled";
    public const string AccountSecondFactorRemoved = "account.secondFactorRemoved";
    public const string AccountProviderLinked = "account.providerLinked";
    public const string AccountProviderUnlinked = "account.providerUnlinked";
    public const string AccountKeyIssued = "account.keyIssued";
    public const string AccountKeyRevoked = "account.keyRevoked";
}
