using Assessment.Cli.Files;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Cli.Test;

/// <summary>What the cases of one scheme gave.</summary>
/// <param name="Problems">Those of the scheme's file; then no case was evaluated.</param>
internal sealed record SchemeRun(
    string Name,
    IReadOnlyList<SchemeProblem> Problems,
    IReadOnlyList<CaseRun> Cases
)
{
    internal bool IsRight => Problems.Count == 0 && Cases.All(one => one.IsRight);

    internal static async Task<SchemeRun> OfAsync(
        SchemeFolder folder,
        CancellationToken cancellation
    )
    {
        Scheme scheme;
        try
        {
            scheme = SchemeReader.Read(
                await TextFile.ReadAsync(folder.Scheme, cancellation),
                folder.Scheme
            );
        }
        catch (SchemeException exception)
        {
            return new(folder.Name, exception.Problems, []);
        }
        var cases = new List<CaseRun>();
        foreach (var one in folder.Cases)
        {
            cases.Add(await CaseRun.OfAsync(scheme, one, cancellation));
        }

        return new(folder.Name, [], cases);
    }
}
