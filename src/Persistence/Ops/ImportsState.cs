using Assessment.Persistence.Storage;

namespace Assessment.Persistence.Ops;

/// <summary>Imports (导入) of every township as numbers; neither files nor rows nor townships are named.</summary>
/// <param name="Refused">Those of the last 24 hours, by kind and code.</param>
public sealed record ImportsState(int Queued, int Running, IReadOnlyList<RefusedImports> Refused);

/// <param name="Kind">For example <c>tickets</c>.</param>
/// <param name="Code">Why, as the import's report says it.</param>
public sealed record RefusedImports(string Kind, string Code, int Count);

/// <summary>Counts the imports of a service that has any.</summary>
public interface IImportsStateReader
{
    /// <param name="db">In a scope that may see rows of every township.</param>
    Task<ImportsState> ReadAsync(
        ServiceDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
