using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Scoring.Scores;

/// <summary>The single entry does not fit the scheme; the problem names the field and the reason.</summary>
public sealed class EntryMustFitTheScheme(RowRefused refused)
    : Refusal(StatusCodes.Status422UnprocessableEntity, refused.Message)
{
    public override IReadOnlyList<Problem> Problems { get; } =
    [new Problem(refused.Code, refused.Message, Line: null, refused.Column)];
}

public sealed class ScorerMustNameTheDepartment(string departments)
    : Refusal(StatusCodes.Status422UnprocessableEntity, departments);

public sealed class ScorerMustScoreForTheOwnDepartment(string department)
    : Refusal(StatusCodes.Status403Forbidden, department);
