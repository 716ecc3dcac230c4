using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Http;

namespace Assessment.Imports;

public sealed class ImportKindIsUnknown(string kind)
    : DomainException(StatusCodes.Status404NotFound, kind);

public sealed class ImportFileIsMissing() : DomainException(StatusCodes.Status400BadRequest);

public sealed class ImportNeedsCycle(string kind)
    : DomainException(StatusCodes.Status400BadRequest, kind);

public sealed class ImportFileLacksColumns(IEnumerable<string> missing)
    : DomainException(StatusCodes.Status422UnprocessableEntity, string.Join("、", missing));

/// <summary>It holds characters or numbers that no database takes, and that its columns' checks did not find.</summary>
public sealed class ImportFileCannotBeStored()
    : DomainException(StatusCodes.Status422UnprocessableEntity);
