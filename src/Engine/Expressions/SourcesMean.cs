using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>meanOf</c>: the mean of a fact over those who reported it.</summary>
/// <param name="sources">The titles of sources that the scheme declares.</param>
internal sealed class SourcesMean(
    int group,
    string item,
    FactName name,
    IReadOnlyDictionary<string, string> sources,
    AbsentMeaning absent
) : Expression, IReadsFact, IConstruct
{
    public static string Keyword => "meanOf";

    public static ScopeKind[] Places => Scopes.Assessed;

    public static bool SaysWhatIsAbsent => true;

    public static Expression? Read(WrittenOperator written)
    {
        var item = written.Text();
        var absent = written.Absent();
        if (
            written.Declared(item, fact => fact.AnySource || fact.Sources.Count > 0)
            is not { } declaration
        )
        {
            return null;
        }

        if (!declaration.AnySource && declaration.Sources.Count == 0)
        {
            written.Report(
                written.Node,
                "fact-has-one-source",
                $"“{item}”没有写明“by”，每个对象只有一个数，请用“fact”"
            );
            return null;
        }
        written.CheckAbsent(absent, declaration);
        written.State.Panels.Read(item, written.Scope.Of, written.Node);
        return new SourcesMean(
            written.Scope.Slots.GroupOf(item),
            item,
            new(declaration.Title, declaration.Unit)
            {
                IsOpinion = written.State.Surveyed.Contains(item),
            },
            declaration.Sources.ToDictionary(
                source => source.Key,
                source => source.Value.Title,
                StringComparer.Ordinal
            ),
            absent
        );
    }

    public string Item { get; } = item;

    internal int Group { get; } = group;

    internal FactName Name { get; } = name;

    internal override bool MayBeAbsent => !absent.HasValue;

    internal override bool MayBeMissing => absent.State == CellState.Missing;

    /// <summary>How people call what one source reported.</summary>
    private string TitleOf(Fact fact, SubjectView at) =>
        fact.By is { } by
            ? $"{Name.Title}（{sources.GetValueOrDefault(by) ?? Named(by, at)}）"
            : Name.Title;

    /// <summary>Who gave an opinion: somebody on the lists has a name.</summary>
    private static string Named(string source, SubjectView at)
    {
        var others = at.Table.Subjects.Concat(at.Table.AreaTable?.Subjects ?? []);
        return others
                .FirstOrDefault(one => string.Equals(one.Id, source, StringComparison.Ordinal))
                ?.Name
            ?? source;
    }

    internal override Cell Evaluate(SubjectView at)
    {
        var facts = at.Facts(Group);
        if (facts.Count == 0)
        {
            return absent.Cell;
        }

        Rational sum = default;
        for (var i = 0; i < facts.Count; i++)
        {
            sum += at.AsShown(facts[i].Value.Number);
        }

        return Cell.Of(sum / facts.Count);
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom($"{Name.Title}的平均分");
        }

        var facts = view.Facts(Group);
        return facts.Count switch
        {
            0 => Fragment.Atom(view.Written(absent.Cell)),
            1 => Fragment.Atom(view.Written(Cell.Of(view.AsShown(facts[0].Value.Number)))),
            _ => new(
                $"({string.Join(" + ", facts.Select(fact => view.Written(Cell.Of(view.AsShown(fact.Value.Number)))))}) ÷ {facts.Count}",
                Binding.Product
            ),
        };
    }

    internal override Calculation Calculate(SubjectView at)
    {
        var facts = at.Facts(Group);
        return facts.Count == 0
            ? absent.Value!.Calculate(at)
            : Calculation.Mean(
                facts.Select(fact =>
                    Calculation.Leaf(Operation.Fact, FactKey.Of(fact).ToString(), fact.Value.Number)
                )
            );
    }

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"缺少{Name.Title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(Item, Name.Title)] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(Item, $"缺少{Name.Title}")] : [];

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) =>
        at.Facts(Group).Select(fact => (fact, Name with { Title = TitleOf(fact, at) }));

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) => [];

    internal override (decimal? Least, decimal? Most) RangeBy(
        IReadOnlyDictionary<string, FactDeclaration> facts
    ) => (facts[Item].Range?.Least, facts[Item].Range?.Most);

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal override Unit UnitBy(UnitsOfValues units) => Unit.Named(Name.Unit);

    internal override bool Carries(string unit) =>
        string.Equals(Name.Unit, unit, StringComparison.Ordinal);

    internal override Rational? MostBy(MostPoints points) => points.Highest(Item);

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
