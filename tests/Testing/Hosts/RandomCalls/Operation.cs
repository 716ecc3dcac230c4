using System.Text.Json.Nodes;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>What can be called: a method and an address with its parameters, and the body if it takes one.</summary>
/// <param name="Path">With the parameters' names in braces.</param>
/// <param name="NamesVersion">Whether it changes the version that <c>If-Match</c> names.</param>
public sealed record Operation(
    string Method,
    string Path,
    IReadOnlyList<Parameter> Parameters,
    RequestBody? Body,
    bool NamesVersion = false
)
{
    /// <summary>As in <c>POST /api/scoring/cycles</c>.</summary>
    public string Name => $"{Method} {Path}";

    /// <summary>How much there is to try out: for an address alone, little.</summary>
    public int Weight =>
        Body is { Schema: not null } ? 6
        : Parameters.Count > 0 ? 3
        : 1;
}

/// <param name="InPath">Otherwise it is in the query.</param>
public sealed record Parameter(string Name, bool InPath, JsonNode Schema)
{
    /// <summary>With what the path says it is of: the <c>{id}</c> of <c>/cycles/{id}</c> is <c>cycles/id</c>.</summary>
    public string NameIn(string path)
    {
        var before = path.Split($"/{{{Name}}}")[0];
        return InPath ? $"{before[(before.LastIndexOf('/') + 1)..]}/{Name}" : Name;
    }
}

/// <param name="Schema">Null where nothing is said about it.</param>
public sealed record RequestBody(string ContentType, JsonNode? Schema);
