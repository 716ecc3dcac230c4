using Assessment.Cli.Files;
using Assessment.Engine.Comparing;
using Assessment.Engine.Language;

namespace Assessment.Cli.Compare;

/// <summary>What is to be compared: two schemes on the same facts, or two sets of facts under one scheme.</summary>
internal sealed record CompareInputs(string First, string Second, string? Facts, string? Scheme)
{
    /// <exception cref="InputCannotBeUsed">A file cannot be used, or the two are not of one kind.</exception>
    internal Task<ResultComparison> CompareAsync(CancellationToken cancellation)
    {
        if (IsScheme(First) != IsScheme(Second))
        {
            throw new InputCannotBeUsed("两个文件应当同为方案（.yaml）或同为事实（.json）");
        }

        return IsScheme(First)
            ? CompareSchemesAsync(cancellation)
            : CompareFactsAsync(cancellation);
    }

    private async Task<ResultComparison> CompareSchemesAsync(CancellationToken cancellation)
    {
        if (Facts is null)
        {
            throw new InputCannotBeUsed("对比两个方案须用 --facts 指定事实文件");
        }

        if (Scheme is not null)
        {
            throw new InputCannotBeUsed("--scheme 只用于对比两份事实");
        }

        var first = await InputFiles.ReadSchemeAsync(First, cancellation);
        var second = await InputFiles.ReadSchemeAsync(Second, cancellation);
        var facts = await InputFiles.ReadFactsAsync(Facts, cancellation);
        return InputFiles.Using(
            Facts,
            () => ResultComparer.CompareSchemes(first, second, facts, cancellation)
        );
    }

    private async Task<ResultComparison> CompareFactsAsync(CancellationToken cancellation)
    {
        if (Facts is not null)
        {
            throw new InputCannotBeUsed("--facts 只用于对比两个方案");
        }

        var first = await InputFiles.ReadFactsAsync(First, cancellation);
        var second = await InputFiles.ReadFactsAsync(Second, cancellation);
        var scheme = await InputFiles.ReadSchemeAsync(Scheme, first, cancellation);
        if (Scheme is null && !string.Equals(first.Scheme, second.Scheme, StringComparison.Ordinal))
        {
            throw new InputCannotBeUsed(
                $"两份事实的方案不同：{first.Scheme}、{second.Scheme}；可用 --scheme 指定"
            );
        }

        return InputFiles.Using(
            $"{First}、{Second}",
            () => ResultComparer.CompareFacts(scheme, first, second, cancellation)
        );
    }

    private static bool IsScheme(string file) =>
        Path.GetExtension(file).ToUpperInvariant() is ".YAML" or ".YML";
}
