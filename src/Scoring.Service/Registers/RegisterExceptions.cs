using Assessment.Imports;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Registers;

public sealed class RegisterIsUnknown(string name)
    : DomainException(StatusCodes.Status404NotFound, name);

public sealed class RowStateIsUnknown(string state)
    : DomainException(StatusCodes.Status400BadRequest, state);

/// <summary>A cell of the row does not fit; the problem names the column.</summary>
/// <param name="words">Why, as people call the column.</param>
public sealed class RowMustFitTheRegister(RowRefused refused, string words)
    : DomainException(StatusCodes.Status422UnprocessableEntity, words)
{
    public override IReadOnlyList<Problem> Problems =>
        [new Problem(refused.Code, words, Line: null, refused.Column)];
}

public sealed class RowIsThereAlready(string key)
    : DomainException(StatusCodes.Status409Conflict, key);

/// <summary>The columns that make a row what it is stay; another row is another row.</summary>
public sealed class KeyMustStay(IEnumerable<string> columns)
    : DomainException(StatusCodes.Status422UnprocessableEntity, string.Join("、", columns));

public sealed class ChangeNeedsDateAndReason()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class ReasonIsTooLong(int letters)
    : DomainException(StatusCodes.Status422UnprocessableEntity, letters);

public sealed class DateMustBeInTheCycle(DateOnly first, DateOnly last)
    : DomainException(
        StatusCodes.Status422UnprocessableEntity,
        $"{first:yyyy-MM-dd}",
        $"{last:yyyy-MM-dd}"
    );

public sealed class RowHasEndedAlready() : DomainException(StatusCodes.Status409Conflict);

public sealed class RowHasNotEnded() : DomainException(StatusCodes.Status409Conflict);

/// <summary>Something else would be left without what it rests on.</summary>
public sealed class RowIsReferredTo(string what)
    : DomainException(StatusCodes.Status409Conflict, what);
