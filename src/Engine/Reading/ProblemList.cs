using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>
/// Collects what is wrong in one file, so that its author sees everything at once, and each mistake once: what only follows
/// from another one would send the author to places where nothing is wrong.
/// </summary>
internal sealed class ProblemList(string file)
{
    private const string UnknownEnding = "-unknown";
    private const int LinesNamed = 5;

    private readonly List<(SchemeProblem Problem, string? Name)> _problems = [];
    private readonly List<(string Key, int Line)> _misspelt = [];

    internal bool IsEmpty => _problems.Count == 0;

    internal int Count => _problems.Count;

    /// <summary>In the order of the file, each once: what several classes of staff share is read for each of them.</summary>
    internal IReadOnlyList<SchemeProblem> Sorted() =>
        [
            .. _problems
                .Distinct()
                .Where(one => !FollowsFromAnother(one.Problem))
                .OrderBy(one => one.Problem.Line)
                .ThenBy(one => one.Problem.Column)
                .GroupBy(Cause)
                .Select(Once),
        ];

    internal void Add(YamlNode at, string code, string message) =>
        _problems.Add(
            (
                new(file, (int)at.Start.Line, (int)at.Start.Column, code, message),
                code.EndsWith(UnknownEnding, StringComparison.Ordinal)
                    ? (at as YamlScalarNode)?.Value
                    : null
            )
        );

    internal void Add(int line, int column, string code, string message) =>
        _problems.Add((new(file, line, column, code, message), null));

    /// <summary>A key that must be there is there under a name that is nearly it.</summary>
    /// <param name="at">The name as it is written.</param>
    /// <param name="key">The key that was meant.</param>
    /// <param name="missing">The mapping of which it was said that it has no such key.</param>
    internal void Misspelt(YamlNode at, string key, YamlNode missing)
    {
        _misspelt.Add((key, (int)at.Start.Line));
        _problems.RemoveAll(one =>
            one.Problem is { Code: MissingKey.Code } problem
            && problem.Line == (int)missing.Start.Line
            && problem.Column == (int)missing.Start.Column
            && string.Equals(problem.Message, MissingKey.Message(key), StringComparison.Ordinal)
        );
    }

    private bool FollowsFromAnother(SchemeProblem problem) =>
        _misspelt.Exists(one =>
            FollowingProblems.Of(one.Key).Contains(problem.Code)
            && (problem.Code != FollowingProblems.Unreachable || problem.Line > one.Line)
        );

    /// <summary>A name that is not known is one mistake wherever it is used: the declaration, or a copied rule.</summary>
    private static (string, string) Cause((SchemeProblem Problem, string? Name) one) =>
        one.Name is { } name
            ? (FollowingProblems.Kind(one.Problem.Code), name)
            : ($"{one.Problem.Code} {one.Problem.Line}:{one.Problem.Column}", one.Problem.Message);

    private static SchemeProblem Once(IEnumerable<(SchemeProblem Problem, string? Name)> ofOneCause)
    {
        var all = ofOneCause.Select(one => one.Problem).ToList();
        if (all.Count == 1)
        {
            return all[0];
        }

        var lines = all.Skip(1).Select(one => one.Line).Distinct().ToList();
        var named = string.Join("、", lines.Take(LinesNamed));
        var more = lines.Count > LinesNamed ? "等" : "";
        return all[0] with
        {
            Message = $"{all[0].Message}；同样的还有 {all.Count - 1} 处：第 {named} 行{more}",
        };
    }
}
