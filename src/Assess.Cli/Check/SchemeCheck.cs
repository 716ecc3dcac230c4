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

    /// <exception cref="InputCannotBeUsed">There is no such file.</exception>
    internal static async Task<SchemeCheck> OfAsync(string file, CancellationToken cancellation)
    {
        var yaml = await TextFile.ReadAsync(file, cancellation);
        Scheme scheme;
        try
        {
            scheme = SchemeReader.Read(yaml, file);
        }
        catch (SchemeException exception)
        {
            return new(file, exception.Problems, []);
        }
        var beside = new FilesBeside(file, yaml);
        List<Step> steps =
        [
            await SourceAsync(scheme, beside, cancellation),
            await QuestionnairesAsync(scheme, beside, cancellation),
        ];
        return new(
            file,
            [.. steps.SelectMany(step => step.Problems)],
            ["语法", .. steps.Select(step => step.Looked).OfType<string>()]
        );
    }

    /// <summary>What one step of the check found.</summary>
    private sealed record Step(IReadOnlyList<SchemeProblem> Problems, string? Looked);

    private static async Task<Step> SourceAsync(
        Scheme scheme,
        FilesBeside beside,
        CancellationToken cancellation
    )
    {
        var name = scheme.Source.File;
        if (await beside.ReadAsync(name, cancellation) is not { } text)
            return new([beside.Missing(name, "source-missing", "来源文件")], null);
        return new(
            SourceCheck.Check(scheme, beside.SchemeFile, SourceDocument.Read(text)),
            $"引文 {scheme.Citations.Count} 处（{name}）"
        );
    }

    private static async Task<Step> QuestionnairesAsync(
        Scheme scheme,
        FilesBeside beside,
        CancellationToken cancellation
    )
    {
        var problems = new List<SchemeProblem>();
        var names = (scheme.Collection.Survey?.Campaigns ?? [])
            .Select(campaign => campaign.Questionnaire)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var name in names)
        {
            if (await beside.ReadAsync(name, cancellation) is not { } text)
            {
                problems.Add(beside.Missing(name, "questionnaire-missing", "问卷"));
                continue;
            }
            try
            {
                QuestionnaireReader.Read(text, beside.PathOf(name));
            }
            catch (SchemeException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }
        return new(problems, names.Count == 0 ? null : $"问卷 {names.Count} 份");
    }
}
