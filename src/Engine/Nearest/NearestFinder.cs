using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Nearest;

namespace Assessment.Engine.Nearest;

/// <summary>
/// Finds for each fact of a subject the smallest change, up and down, that moves the subject's rank, grade, tier or band,
/// each way. The search goes out in doubling steps and then halves the last of them; what it gives is enough, and one
/// step less is not.
/// </summary>
public static class NearestFinder
{
    /// <returns>By aim, the better first, the fewest steps first.</returns>
    /// <exception cref="KeyNotFoundException">Nobody who is assessed has this id.</exception>
    /// <exception cref="FactSetException">The facts do not fit the scheme or each other.</exception>
    public static IReadOnlyList<NearestChange> Find(
        Scheme scheme,
        FactSet facts,
        string subject,
        CancellationToken cancellation = default
    )
    {
        var result = Evaluator.Evaluate(scheme, facts);
        var before = new SubjectPlace(result, subject);
        var (sheet, layout) = result.Staff.FirstOrDefault(one => Is(one.Id, subject)) is { } person
            ? (
                scheme.Rules.StaffClasses.First(one => Is(one.Id, person.Class)),
                scheme.Rules.StaffFacts
            )
            : (scheme.Rules.Areas!, scheme.Rules.AreaFacts);
        var found = new List<NearestChange>();
        foreach (var fact in new AdjustableFacts(scheme, facts, subject).All(sheet, layout))
        {
            foreach (var up in new[] { true, false })
            {
                found.AddRange(
                    new NearestSearch(scheme, facts, subject, before, fact, up, cancellation).Run()
                );
            }
        }
        return
        [
            .. found
                .OrderBy(change => change.Aim)
                .ThenByDescending(change => change.IsBetter)
                .ThenBy(change => change.Steps)
                .ThenBy(change => change.Title, StringComparer.Ordinal),
        ];
    }

    private static bool Is(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
