using Assessment.Cli.Files;

namespace Assessment.Cli.Check;

/// <summary>What the check of one scheme file found.</summary>
/// <param name="Looked">What was looked at, in Chinese.</param>
internal sealed record SchemeCheck(
    string File,
    IReadOnlyList<SchemeProblem> Problems,
    IReadOnlyList<string> Looked
)
{
    internal bool IsSound => Problems.Count == 0;

    /// <exception cref="InputCannotBeUsed">There is no such file, or one that it names cannot be read.</exception>
    internal static async Task<SchemeCheck> OfAsync(string file, CancellationToken cancellation)
    {
        var yaml = await TextFile.ReadAsync(file, cancellation);
        var folder = Path.GetDirectoryName(file) ?? "";
        var check = SchemeFileCheck.Of(
            yaml,
            file,
            name => TextFile.ReadIfThere(Path.Combine(folder, name))
        );
        return new(file, check.Problems, check.Looked);
    }
}
