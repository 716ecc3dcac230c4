using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

/// <summary>
/// A small invented scheme with one item of 10 points, in which a test writes what it looks at. Without anything else it
/// is the count of <c>done</c>, one point each.
/// </summary>
internal sealed class ExampleScheme
{
    private const string FileName = "scheme.yaml";

    /// <summary>Further facts, one a line.</summary>
    internal string Facts { get; init; } = "";

    internal string Parameters { get; init; } = "";

    internal string Events { get; init; } = "";

    internal string Measures { get; init; } = "";

    internal string Value { get; init; } = "{min: [10, {fact: done, absent: missing}]}";

    /// <summary>Further keys of the areas: bonus, findings, rules of what follows from the total.</summary>
    internal string More { get; init; } = "";

    internal string Total { get; init; } = "work";

    internal string TieBreaks { get; init; } = "";

    internal string Grades { get; init; } =
        "[{name: 合格, atLeast: 6, clause: 一, quote: 一}, {name: 不合格, clause: 一, quote: 一}]";

    /// <summary>Sections after the areas: staff, posts, payout.</summary>
    internal string Rest { get; init; } = "";

    internal string Yaml =>
        $$"""
            scheme: shili-2025
            title: 示例镇居民区工作考核办法
            township: 示例镇
            year: 2025
            source: {file: source.md, title: 示例镇居民区工作考核办法, issuer: 中共示例镇委员会}
            conventions: {rounding: halfUp, ties: shareBetter, order: highestFirst}
            {{Section("parameters", Parameters)}}
            {{Section("facts", "done: {title: 办结件数, unit: 件, reportedBy: office}\n" + Facts)}}
            {{Section("events", Events)}}
            areas:
              points: 10
              {{Inside(Section("measures", Measures))}}
              items:
                - {id: work, title: 工作, points: 10, value: {{Value}}, clause: 一, quote: 一}
              total: {title: 总分, decimals: 2, value: {{Total}}, clause: 一, quote: 一}
              rank: {tieBreaks: [{{TieBreaks}}], clause: 一, quote: 一}
              grades: {{Grades}}
              {{Inside(More)}}
            {{Rest}}
            """.Replace("tieBreaks: [], ", "", StringComparison.Ordinal);

    internal Scheme Read() => SchemeReader.Read(Yaml, FileName);

    internal IReadOnlyList<SchemeProblem> Problems() => SchemeReader.Check(Yaml, FileName);

    internal EvaluationResult Evaluate(params Fact[] facts) => Evaluate(Read(), facts);

    /// <summary>Areas are those that the facts are about, and a01 in any case.</summary>
    internal static EvaluationResult Evaluate(
        Scheme scheme,
        IReadOnlyList<Fact> facts,
        IReadOnlyList<StaffMember>? staff = null,
        IReadOnlyList<AssessmentEvent>? events = null
    ) =>
        Evaluator.Evaluate(
            scheme,
            new(
                scheme.Id,
                scheme.Year,
                [
                    .. facts
                        .Select(fact => fact.Subject)
                        .Append("a01")
                        .Where(id => staff?.Any(person => person.Id == id) != true)
                        .Distinct(StringComparer.Ordinal)
                        .Select(id => new Area(id, id, 100, 10)),
                ],
                staff ?? [],
                facts,
                events ?? []
            )
        );

    private static string Section(string name, string content) =>
        content.Trim().Length == 0
            ? ""
            : $"{name}:\n  {content.Trim().Replace("\n", "\n  ", StringComparison.Ordinal)}";

    private static string Inside(string content) =>
        content.Trim().Replace("\n", "\n  ", StringComparison.Ordinal);
}
