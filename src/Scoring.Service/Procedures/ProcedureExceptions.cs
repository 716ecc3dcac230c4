using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Procedures;

public sealed class SchemeMustHaveAProcedure() : DomainException(StatusCodes.Status409Conflict);

public sealed class ActMustBeConfirmed() : DomainException(StatusCodes.Status400BadRequest);

public sealed class CycleMustBeFrozenFirst() : DomainException(StatusCodes.Status409Conflict);

public sealed class AllStepsAreTaken() : DomainException(StatusCodes.Status409Conflict);

/// <param name="due">Title of the step that is due.</param>
public sealed class AnotherStepIsDue(string due)
    : DomainException(StatusCodes.Status409Conflict, due);

/// <param name="last">The last day of the publicity.</param>
public sealed class PublicityHasNotElapsed(DateOnly last)
    : DomainException(StatusCodes.Status409Conflict, last);

public sealed class ResultsMustBeCalculatedBeforeFreezing()
    : DomainException(StatusCodes.Status409Conflict);

public sealed class ResultsMustIncludeTheNewestFacts()
    : DomainException(StatusCodes.Status409Conflict);

/// <param name="problems">Each kind of finding that was not passed, with its code.</param>
public sealed class FindingsMustBeSettledOrPassed(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status409Conflict, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}

/// <param name="code">Of the finding.</param>
public sealed class FindingIsPassedInVain(string code)
    : DomainException(StatusCodes.Status422UnprocessableEntity, code);

public sealed class ReasonIsMissing(int longest)
    : DomainException(StatusCodes.Status422UnprocessableEntity, longest);

/// <param name="problems">What is wrong, subject by subject.</param>
public sealed class ProposalsMustFitTheScheme(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status422UnprocessableEntity, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}

public sealed class ProposalsAreEachAreasOwn() : DomainException(StatusCodes.Status403Forbidden);

public sealed class ProposalsAreTheLeadingGroups()
    : DomainException(StatusCodes.Status403Forbidden);

/// <param name="areas">Names of the areas that have not handed in.</param>
public sealed class AllAreasMustHandIn(string areas)
    : DomainException(StatusCodes.Status409Conflict, areas);

public sealed class ProposalsAwaitReview() : DomainException(StatusCodes.Status409Conflict);

public sealed class NoProposalsAwaitReview() : DomainException(StatusCodes.Status409Conflict);

/// <param name="earliest">The earliest first day.</param>
public sealed class PublicityMustBeginLater(DateOnly earliest)
    : DomainException(StatusCodes.Status422UnprocessableEntity, earliest);

public sealed class PublicityIsScheduledAlready(DateOnly first, DateOnly last)
    : DomainException(StatusCodes.Status409Conflict, first, last);

public sealed class NobodyHasToBePublicised() : DomainException(StatusCodes.Status409Conflict);

public sealed class NoticeNeedsAContact(int longest)
    : DomainException(StatusCodes.Status422UnprocessableEntity, longest);

/// <param name="names">Who has a grade that was not publicised.</param>
public sealed class GradesMustBePublicisedFirst(string names)
    : DomainException(StatusCodes.Status409Conflict, names);

/// <param name="message">Which quota, and by how many.</param>
public sealed class HardQuotaMustHold(string message)
    : DomainException(StatusCodes.Status409Conflict, message);

/// <param name="message">Which quota, and by how many.</param>
public sealed class ExceededQuotaNeedsAReason(string message)
    : DomainException(StatusCodes.Status422UnprocessableEntity, message);

public sealed class MeetingMustBeDescribed(int longest)
    : DomainException(StatusCodes.Status422UnprocessableEntity, longest);

/// <param name="first">The earliest day.</param>
/// <param name="last">The latest day.</param>
public sealed class MeetingMustBeOnADayBetween(DateOnly first, DateOnly last)
    : DomainException(StatusCodes.Status422UnprocessableEntity, first, last);

public sealed class ResultMustBeDecidedFirst() : DomainException(StatusCodes.Status409Conflict);

public sealed class LeaderMustSignForTheTownship()
    : DomainException(StatusCodes.Status403Forbidden);

public sealed class TooManyObjectionsWait() : DomainException(StatusCodes.Status429TooManyRequests);

public sealed class ObjectionsEndWithTheFinalResult()
    : DomainException(StatusCodes.Status409Conflict);

public sealed class ObjectionMustBeAboutSomebodyAssessed()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

/// <param name="longest">In characters.</param>
public sealed class ObjectionMustSayWhatItIsAbout(int longest)
    : DomainException(StatusCodes.Status422UnprocessableEntity, longest);

public sealed class ObjectionIsUnknown(int number)
    : DomainException(StatusCodes.Status404NotFound, number);

public sealed class ObjectionIsAtAnotherStage(int number)
    : DomainException(StatusCodes.Status409Conflict, number);

public sealed class ObjectionMustBeWithdrawnByItsObjector()
    : DomainException(StatusCodes.Status403Forbidden);

public sealed class SomebodyMustLookIntoTheObjection()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class AnotherLooksIntoTheObjection()
    : DomainException(StatusCodes.Status403Forbidden);

/// <param name="who">User name of who gave the score.</param>
public sealed class WhoGaveTheScoreMustNotJudgeIt(string who)
    : DomainException(StatusCodes.Status409Conflict, who);

public sealed class ObjectionAboutFactsMustCorrectOne()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class ObjectionAboutConductMustNameTheGrade()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

/// <param name="numbers">Of the objections.</param>
public sealed class ObjectionsMustBeJudgedFirst(string numbers)
    : DomainException(StatusCodes.Status409Conflict, numbers);

/// <param name="keys">Differences that were asked for and are not there (any more).</param>
public sealed class DifferencesMustBeThere(string keys)
    : DomainException(StatusCodes.Status409Conflict, keys);

public sealed class OnlyAFinalResultIsCorrected() : DomainException(StatusCodes.Status409Conflict);

public sealed class CorrectionIsUnderWay() : DomainException(StatusCodes.Status409Conflict);

public sealed class NoCorrectionIsUnderWay() : DomainException(StatusCodes.Status409Conflict);

public sealed class CorrectionMustChangeSomething()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class CorrectionIsMadeAlready() : DomainException(StatusCodes.Status409Conflict);

public sealed class ObjectionMustBeAboutTheOwnResult()
    : DomainException(StatusCodes.Status403Forbidden);

public sealed class OnlyARehearsalsPeriodElapses() : DomainException(StatusCodes.Status409Conflict);

public sealed class OnlyARehearsalIsRemoved() : DomainException(StatusCodes.Status409Conflict);
