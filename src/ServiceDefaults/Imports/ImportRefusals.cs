using Assessment.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http;

namespace Assessment.ServiceDefaults.Imports;

public sealed class ImportKindIsUnknown(string kind) : Refusal(StatusCodes.Status404NotFound, kind);

public sealed class ImportFileIsMissing() : Refusal(StatusCodes.Status400BadRequest);

public sealed class ImportNeedsCycle(string kind) : Refusal(StatusCodes.Status400BadRequest, kind);

public sealed class ImportFileLacksColumns(IEnumerable<string> missing)
    : Refusal(StatusCodes.Status422UnprocessableEntity, string.Join("、", missing));
