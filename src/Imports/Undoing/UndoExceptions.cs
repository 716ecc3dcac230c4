using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Http;

namespace Assessment.Imports.Undoing;

public sealed class ImportCannotBeUndone(string kind)
    : DomainException(StatusCodes.Status409Conflict, kind);

public sealed class ImportMustHaveTakenEffect() : DomainException(StatusCodes.Status409Conflict);

public sealed class ImportIsUndoneAlready() : DomainException(StatusCodes.Status409Conflict);

public sealed class UndoingNeedsAReason(int longest)
    : DomainException(StatusCodes.Status400BadRequest, longest)
{
    /// <returns>The reason without blanks around it.</returns>
    /// <exception cref="UndoingNeedsAReason">There is none, or it is too long.</exception>
    internal static string In(string? reason) =>
        reason?.Trim() is { Length: > 0 and <= ImportJob.UndoReasonLength } given
            ? given
            : throw new UndoingNeedsAReason(ImportJob.UndoReasonLength);
}

/// <summary>What the import brought has been changed or used since; the first such rows are named.</summary>
public sealed class NothingMayRestOnAnUndoneImport(int count, IReadOnlyList<Problem> first)
    : DomainException(
        StatusCodes.Status409Conflict,
        count,
        string.Join("；", first.Select(obstacle => obstacle.Message))
    )
{
    public override IReadOnlyList<Problem> Problems => first;
}
