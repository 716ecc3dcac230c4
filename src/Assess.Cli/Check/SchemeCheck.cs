using Assessment.Cli.Files;
using Assessment.Engine.Language;
using Assessment.Engine.Policies;
using Assessment.Engine.Sources;

namespace Assessment.Cli.Check;

/// <summary>What the check of one scheme file found.</summary>
/// <param name="Looked">What was looked at, in Chinese.</param>
internal sealed record SchemeCheck(
    string File,
    IReadOnlyList<SchemeProblem> Problems,
    IReadOnlyList<string> Looked
)
{
    /// <summary>Where the scheme departs from policies.</summary>
    internal IReadOnlyList<PolicyDeparture> Departures { get; private init; } = [];

    /// <summary>Null where the file is no scheme.</summary>
    internal Scheme? Scheme { get; private init; }

    /// <summary>Whether nothing has to be changed; warnings of policies do not have to.</summary>
    internal bool IsSound =>
        Problems.Count == 0
        && Departures.All(departure => departure.Severity == PolicySeverity.Warn);

    /// <exception cref="InputCannotBeUsed">There is no such file, or one that it names cannot be read.</exception>
    internal static async Task<SchemeCheck> OfAsync(
        string file,
        IReadOnlyList<Policy> policies,
        CancellationToken cancellation
    )
    {
        var yaml = await TextFile.ReadAsync(file, cancellation);
        var folder = Path.GetDirectoryName(file) ?? "";
        var check = SchemeFileCheck.Of(
            yaml,
            file,
            name => TextFile.ReadIfThere(Path.Combine(folder, name))
        );
        if (check.Scheme is not { } scheme)
        {
            return new(file, check.Problems, check.Looked);
        }

        var reports = policies
            .Select(policy => (policy.Title, Found: PolicyCheck.Check(policy, scheme, file)))
            .ToList();
        return new(
            file,
            check.Problems,
            [.. check.Looked, .. reports.Select(report => Text(report.Title, report.Found))]
        )
        {
            Scheme = scheme,
            Departures = [.. reports.SelectMany(report => report.Found.Departures)],
        };
    }

    private static string Text(string policy, PolicyReport report) =>
        $"政策“{policy}”{report.Applied.Count} 条{(report.NotApplicable.Count == 0 ? "" : $"（另有 {report.NotApplicable.Count} 条不适用）")}";
}
