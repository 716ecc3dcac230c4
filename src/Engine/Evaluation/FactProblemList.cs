using Assessment.Engine.Facts;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Evaluation;

/// <summary>
/// Collects what is wrong with facts. An unknown name is reported once, however often it occurs: one misspelt id would
/// otherwise be reported for each fact, each person and each event that has it.
/// </summary>
internal sealed class FactProblemList
{
    private const int PlacesNamed = 3;

    private readonly List<(FactProblem Problem, string? Cause)> _problems = [];

    internal bool IsEmpty => _problems.Count == 0;

    internal void Add(FactProblem problem) => _problems.Add((problem, null));

    /// <param name="kind">What the name should be one of; the same for all problems that one list would solve.</param>
    internal void AddUnknown(
        FactProblem problem,
        string kind,
        string name,
        IEnumerable<string> valid
    ) =>
        _problems.Add(
            (
                problem with
                {
                    Message = problem.Message + NearestName.Hint(name, valid),
                },
                $"{kind} {name}"
            )
        );

    internal IReadOnlyList<FactProblem> All() =>
        [
            .. _problems
                .GroupBy(one => one.Cause ?? $"{one.Problem}", one => one.Problem)
                .Select(Once),
        ];

    private static FactProblem Once(IEnumerable<FactProblem> ofOneCause)
    {
        var all = ofOneCause.ToList();
        if (all.Count == 1)
        {
            return all[0];
        }

        var others = all.Skip(1)
            .Select(problem => problem.Subject)
            .Where(subject => subject != all[0].Subject)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var named = string.Join('、', others.Take(PlacesNamed));
        var where =
            others.Count == 0 ? ""
            : others.Count > PlacesNamed ? $"：{named} 等"
            : $"：{named}";
        return all[0] with { Message = $"{all[0].Message}；同样的还有 {all.Count - 1} 处{where}" };
    }
}
