using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Collects what is wrong in one file, so that its author sees everything at once.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<SchemeProblem> _problems = [];

    internal bool IsEmpty => _problems.Count == 0;

    internal int Count => _problems.Count;

    /// <summary>In the order of the file, each once: what several classes of staff share is read for each of them.</summary>
    internal IReadOnlyList<SchemeProblem> Sorted() =>
        [
            .. _problems
                .Distinct()
                .OrderBy(problem => problem.Line)
                .ThenBy(problem => problem.Column),
        ];

    internal void Add(YamlNode at, string code, string message) =>
        Add((int)at.Start.Line, (int)at.Start.Column, code, message);

    internal void Add(int line, int column, string code, string message) =>
        _problems.Add(new(file, line, column, code, message));
}
