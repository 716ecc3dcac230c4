using Assessment.Cli.Files;
using Assessment.Engine.Language;
using Assessment.Engine.Policies;

namespace Assessment.Cli.Check;

/// <summary>The policies that schemes are held against.</summary>
/// <param name="Problems">What is wrong with the files.</param>
internal sealed record PolicyFiles(
    IReadOnlyList<Policy> Usable,
    IReadOnlyList<SchemeProblem> Problems
)
{
    /// <exception cref="InputCannotBeUsed">There is no such file, or one that it names cannot be read.</exception>
    internal static async Task<PolicyFiles> ReadAsync(
        IEnumerable<string> files,
        CancellationToken cancellation
    )
    {
        var checks = new List<PolicyFileCheck>();
        foreach (var file in files)
        {
            var yaml = await TextFile.ReadAsync(file, cancellation);
            var folder = Path.GetDirectoryName(file) ?? "";
            checks.Add(
                PolicyFileCheck.Of(
                    yaml,
                    file,
                    name => TextFile.ReadIfThere(Path.Combine(folder, name))
                )
            );
        }
        return new(
            [.. checks.Select(check => check.Policy).OfType<Policy>()],
            [.. checks.SelectMany(check => check.Problems)]
        );
    }
}
