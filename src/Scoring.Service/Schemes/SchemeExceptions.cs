using Assessment.Engine.Language;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Schemes;

/// <summary>The file is not a scheme; every problem is named with its place.</summary>
public sealed class SchemeCannotBeRead(IReadOnlyList<SchemeProblem> found)
    : DomainException(StatusCodes.Status422UnprocessableEntity, found.Count)
{
    public override IReadOnlyList<Problem> Problems { get; } =
    [
        .. found.Select(problem => new Problem(
            problem.Code,
            problem.Message,
            problem.Line,
            problem.Column.ToString(System.Globalization.CultureInfo.InvariantCulture)
        )),
    ];
}

public sealed class SchemeIsNotInTheCatalog(string scheme)
    : DomainException(StatusCodes.Status404NotFound, scheme);

public sealed class AdoptionNeedsACatalogIdOrAText()
    : DomainException(StatusCodes.Status400BadRequest);

public sealed class SchemeMustBeAdoptedFirst(string scheme)
    : DomainException(StatusCodes.Status409Conflict, scheme);
