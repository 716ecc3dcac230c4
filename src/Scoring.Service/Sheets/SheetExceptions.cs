using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Sheets;

/// <param name="sheet">Department and period.</param>
public sealed class SheetMustBeADraft(string sheet)
    : DomainException(StatusCodes.Status409Conflict, sheet);

/// <param name="sheet">Department and period.</param>
public sealed class SheetMustBeSubmittedFirst(string sheet)
    : DomainException(StatusCodes.Status409Conflict, sheet);

/// <param name="sheet">Department and period.</param>
public sealed class SheetMustBeLockedToBeReopened(string sheet)
    : DomainException(StatusCodes.Status409Conflict, sheet);

/// <param name="sheet">Department and period, as it was asked for.</param>
public sealed class SheetMustBeOfTheScheme(string sheet)
    : DomainException(StatusCodes.Status404NotFound, sheet);

public sealed class SheetsMustBeNamed() : DomainException(StatusCodes.Status400BadRequest);

/// <param name="sheet">Department and period.</param>
public sealed class SheetIsAnotherDepartments(string sheet)
    : DomainException(StatusCodes.Status403Forbidden, sheet);

/// <param name="sheet">Department and period.</param>
public sealed class SheetIsSignedByTheLeaderInCharge(string sheet)
    : DomainException(StatusCodes.Status403Forbidden, sheet);

/// <param name="problems">What is missing, sheet by sheet and item by item.</param>
public sealed class SheetsMustBeComplete(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status409Conflict, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}

/// <param name="problems">What is wrong, cell by cell; the column is subject and item.</param>
public sealed class CellsMustFitTheScheme(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status422UnprocessableEntity, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}

/// <summary>Somebody else has entered something else in the meantime.</summary>
/// <param name="current">Those cells as they are now.</param>
public sealed class CellsHaveChanged(IReadOnlyList<SheetCell> current)
    : DomainException(StatusCodes.Status412PreconditionFailed, current.Count)
{
    public override IReadOnlyList<Problem> Problems =>
        [
            .. current.Select(cell => new Problem(
                Code,
                Message,
                Line: null,
                SheetCell.PlaceOf(cell.Subject, cell.Item)
            )),
        ];

    public override IReadOnlyDictionary<string, object?> Details =>
        new Dictionary<string, object?> { ["current"] = current };
}

/// <param name="clause">That demands it.</param>
public sealed class SchemeDemandsTheSignature(string clause)
    : DomainException(StatusCodes.Status409Conflict, clause);

/// <param name="period">As it was asked for.</param>
public sealed class PeriodMustBeOfTheScheme(string period)
    : DomainException(StatusCodes.Status422UnprocessableEntity, period);

/// <param name="sheets">Those that somebody has begun and that are not signed.</param>
public sealed class SheetsMustBeSigned(IReadOnlyList<Problem> sheets)
    : DomainException(StatusCodes.Status409Conflict, sheets.Count)
{
    public override IReadOnlyList<Problem> Problems => sheets;
}

/// <param name="sheet">Department and period.</param>
public sealed class SheetMustBeSignedByAnother(string sheet)
    : DomainException(StatusCodes.Status403Forbidden, sheet);

/// <param name="head">How the first column of this sheet's template is called.</param>
public sealed class FileMustBeThisSheets(string head)
    : DomainException(StatusCodes.Status422UnprocessableEntity, head);

/// <param name="reason">In Chinese.</param>
public sealed class SheetFileMustBeReadable(string reason)
    : DomainException(StatusCodes.Status422UnprocessableEntity, reason);
