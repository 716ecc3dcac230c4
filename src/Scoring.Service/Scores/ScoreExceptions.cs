using Assessment.Imports;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Scores;

/// <summary>The single entry does not fit the scheme; the problem names the field and the reason.</summary>
public sealed class EntryMustFitTheScheme(RowRefused refused)
    : DomainException(StatusCodes.Status422UnprocessableEntity, refused.Message)
{
    public override IReadOnlyList<Problem> Problems { get; } =
    [new Problem(refused.Code, refused.Message, Line: null, refused.Column)];

    /// <summary>Checks a single entry as a row of a file is checked.</summary>
    /// <exception cref="EntryMustFitTheScheme">The check refuses it.</exception>
    public static T In<T>(Func<T> check)
    {
        try
        {
            return check();
        }
        catch (RowRefused refused)
        {
            throw new EntryMustFitTheScheme(refused);
        }
    }
}

public sealed class ScorerMustNameTheDepartment(string departments)
    : DomainException(StatusCodes.Status422UnprocessableEntity, departments);

public sealed class ScorerMustScoreForTheOwnDepartment(string department)
    : DomainException(StatusCodes.Status403Forbidden, department);

public sealed class DepartmentMustScoreItsOwnLines(string item, string department)
    : DomainException(StatusCodes.Status403Forbidden, item, department);

public sealed class ThereMustBeAScoreToWithdraw() : DomainException(StatusCodes.Status404NotFound);
