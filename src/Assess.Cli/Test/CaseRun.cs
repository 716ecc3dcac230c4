using Assessment.Cli.Files;
using Assessment.Engine.Cases;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Cli.Test;

/// <summary>What one case gave.</summary>
/// <param name="Failure">Why it could not be evaluated or compared; null where it could.</param>
internal sealed record CaseRun(
    string Name,
    string? Failure,
    IReadOnlyList<CaseDifference> Differences
)
{
    private const string FactsFile = "facts.json";
    private const string ExpectedFile = "expected.json";

    internal bool IsRight => Failure is null && Differences.Count == 0;

    internal static async Task<CaseRun> OfAsync(
        Scheme scheme,
        string folder,
        CancellationToken cancellation
    )
    {
        var name = Path.GetFileName(folder);
        try
        {
            return new(name, null, await CompareAsync(scheme, folder, cancellation));
        }
        catch (FactSetException exception)
        {
            return new(name, InputCannotBeUsed.Because(FactsFile, exception).Message, []);
        }
        catch (ExpectedResultException exception)
        {
            return new(name, $"{ExpectedFile}：{exception.Message}", []);
        }
        catch (InputCannotBeUsed refusal)
        {
            return new(name, refusal.Message, []);
        }
    }

    private static async Task<IReadOnlyList<CaseDifference>> CompareAsync(
        Scheme scheme,
        string folder,
        CancellationToken cancellation
    )
    {
        var facts = FactSetJson.Read(
            await TextFile.ReadAsync(Path.Combine(folder, FactsFile), cancellation)
        );
        if (!string.Equals(facts.Scheme, scheme.Id, StringComparison.Ordinal))
        {
            throw new InputCannotBeUsed(
                $"{FactsFile}：这是方案“{facts.Scheme}”的事实，不是“{scheme.Id}”的"
            );
        }

        var expected = ExpectedResult.Read(
            await TextFile.ReadAsync(Path.Combine(folder, ExpectedFile), cancellation)
        );
        return CaseComparison.Compare(expected, Evaluator.Evaluate(scheme, facts));
    }
}
