using System.Text.Json;
using Assessment.Archives.Content;
using Assessment.Archives.Manifests;
using Assessment.Archives.Zip;
using Assessment.Engine.Cases;
using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;
using Assessment.Engine.Sources;

namespace Assessment.Archives.Replaying;

/// <summary>复算: what came of calculating the result of a final file again.</summary>
/// <param name="Problems">Where it is not the result of the file, in Chinese; empty where it is.</param>
/// <param name="Areas">How many areas' results were compared.</param>
/// <param name="Staff">How many people's results were compared.</param>
/// <param name="QuotesChecked">Null where the file is without the scheme's document.</param>
public sealed record ReplayReport(
    IReadOnlyList<string> Problems,
    int Areas,
    int Staff,
    int? QuotesChecked
);

/// <summary>Evaluates the scheme of a final file on its facts and decisions, and compares results and digest.</summary>
public static class FinalFileReplay
{
    /// <param name="file">One that was opened without problems.</param>
    public static ReplayReport Of(OpenedFinalFile file)
    {
        var manifest = file.Manifest!;
        try
        {
            var check = SchemeFileCheck.Of(
                file.Find(EntryNames.Scheme)!.Text,
                EntryNames.Scheme,
                name => file.Find(NameOf(name))?.Text
            );
            var hasSource =
                check.Scheme is { } read && file.Find(NameOf(read.Source.File)) is not null;
            var unsound = check
                .Problems.Where(problem => hasSource || problem.Code != "source-missing")
                .Select(problem => $"{problem}")
                .ToList();
            return check.Scheme is { } scheme && unsound.Count == 0
                ? Compared(file, manifest, scheme, hasSource)
                : Failed(unsound);
        }
        catch (FactSetException unfit)
        {
            return Failed(
                unfit.Problems.Select(problem => $"“{EntryNames.Facts}”：{problem.Message}")
            );
        }
        catch (Exception malformed) when (malformed is JsonException or ExpectedResultException)
        {
            return Failed(["“decisions.json”或“results.json”不是应有的形式"]);
        }
    }

    private static ReplayReport Compared(
        OpenedFinalFile file,
        Manifest manifest,
        Scheme scheme,
        bool hasSource
    )
    {
        var facts = FactSetJson.Read(file.Find(EntryNames.Facts)!.Text) with
        {
            Decisions =
                JsonSerializer.Deserialize<List<Decision>>(
                    file.Find(EntryNames.Decisions)!.Content,
                    ManifestForm.Json
                ) ?? [],
        };
        var result = Evaluator.Evaluate(scheme, facts);
        return new(
            [.. Differences(file.Find(EntryNames.Results)!, manifest, result)],
            result.Areas.Count,
            result.Staff.Count,
            hasSource ? scheme.Citations.Count : null
        );
    }

    private static IEnumerable<string> Differences(
        ArchiveEntry results,
        Manifest manifest,
        EvaluationResult result
    )
    {
        if (manifest.Scheme != new ManifestScheme(result.Scheme.Id, result.Scheme.Version))
        {
            yield return $"方案版本不符：清单为 {manifest.Scheme.Version}，复算为 {result.Scheme.Version}";
        }

        // Amounts are not in the file, but they are in the digest.
        var expected = ExpectedResult.Read(results.Text) with
        {
            Payouts =
            [
                .. result.Payouts.Lines.Select(line => new ExpectedPayout(
                    line.Person,
                    line.Amount?.Yuan
                )),
            ],
        };
        var differences = CaseComparison.Compare(expected, result);
        foreach (var (subject, item, written, calculated) in differences)
        {
            yield return $"“{EntryNames.Results}”{subject} {item}：文件为 {written}，复算为 {calculated}";
        }

        if (differences.Count == 0 && ResultsText.Of(result) != results.Text)
        {
            yield return $"“{EntryNames.Results}”不是复算所得的形式";
        }

        if (manifest.Digest != result.Digest)
        {
            yield return $"校验码不符：清单为 {manifest.Digest}，复算为 {result.Digest}";
        }
    }

    private static string NameOf(string ofScheme) => EntryNames.SchemeFolder + ofScheme;

    private static ReplayReport Failed(IEnumerable<string> problems) =>
        new([.. problems], 0, 0, null);
}
