using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>fact</c>: a figure of the subject's fact.</summary>
internal sealed class FactReading(
    int slot,
    FactKey key,
    FactName name,
    FactFigure figure,
    AbsentMeaning absent
) : Expression, IReadsFact, IConstruct
{
    public static string Keyword => "fact";

    public static ScopeKind[] Places => Scopes.Assessed;

    public static bool SaysWhatIsAbsent => true;

    public static Expression? Read(WrittenOperator written)
    {
        var map = written.Map;
        var item = written.Text();
        var by = map.OptionalText("by");
        var period = map.OptionalText("period");
        var figure = ReadFigure(written);
        var absent = written.Absent();
        if (written.Declared(item, fact => !fact.AnySource) is not { } declaration)
        {
            return null;
        }

        if (declaration.AnySource)
        {
            written.Report(
                written.Node,
                "fact-has-any-source",
                $"“{item}”由不特定的人评分，请用“meanOf”"
            );
            return null;
        }
        new FactParts(map, declaration, written.State.Problems).Check("by", by, "period", period);
        if (figure == FactFigure.Value)
        {
            written.CheckAbsent(absent, declaration);
        }

        var key = new FactKey(item, by, period);
        var panels = written.State.Panels;
        panels.Read(item, written.Scope.Of, written.Node);
        var reading = new FactReading(
            written.Scope.Slots.SlotOf(key),
            key,
            new(TitleOf(declaration, by, period), declaration.Unit)
            {
                IsOpinion = written.State.Surveyed.Contains(item) || panels.IsOpinion(item),
            },
            figure,
            absent
        );
        return figure == FactFigure.Value && panels.Turnout(item, written.Scope.Of) is { } turnout
            ? new ValidatedByTurnout(reading, turnout.Over, turnout.Finding, absent)
            : reading;
    }

    private static string TitleOf(FactDeclaration declaration, string? by, string? period)
    {
        var source = by is null ? null : declaration.Sources.GetValueOrDefault(by);
        var parts = new[]
        {
            source?.Title,
            period is null ? null : declaration.PeriodsOf(by).GetValueOrDefault(period),
        };
        var named = string.Join("，", parts.OfType<string>());
        return named.Length == 0 ? declaration.Title : $"{declaration.Title}（{named}）";
    }

    private static FactFigure ReadFigure(WrittenOperator written)
    {
        switch (written.Map.OptionalText("figure"))
        {
            case null or "value":
                return FactFigure.Value;
            case "count":
                return FactFigure.Count;
            case "eligible":
                return FactFigure.Eligible;
            default:
                written.Report(
                    written.Map.Take("figure")!,
                    "figure-unknown",
                    "“figure”只能是 value（数值）、count（实际人数）或 eligible（应到人数）"
                );
                return FactFigure.Value;
        }
    }

    public string Item => Key.Item;

    private readonly Cell _absent = absent.Cell;

    internal FactName Name { get; } = name;

    internal int Slot { get; } = slot;

    internal FactKey Key { get; } = key;

    internal FactFigure Figure { get; } = figure;

    internal AbsentMeaning WhenAbsent => absent;

    internal override bool MayBeAbsent => !absent.HasValue;

    internal override bool MayBeMissing => absent.State == CellState.Missing;

    /// <summary>What counts where the fact is absent; null where nothing does.</summary>
    internal Rational? Assumed => _absent.OrNull;

    internal override Cell Evaluate(SubjectView at)
    {
        if (at.Fact(Slot) is not { } fact)
        {
            return _absent;
        }

        if (Figure == FactFigure.Value)
        {
            return Cell.Of(at.AsShown(fact.Value.Number));
        }

        return (Figure == FactFigure.Count ? fact.Count : fact.Eligible) is { } number
            ? Cell.Of(at.AsShown(number))
            : _absent;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : FigureTitle);

    internal override Calculation Calculate(SubjectView at)
    {
        if (at.Fact(Slot) is not { } fact)
        {
            return absent.Value!.Calculate(at);
        }

        var named = FactKey.Of(fact).ToString();
        return Figure switch
        {
            FactFigure.Value => Calculation.Leaf(Operation.Fact, named, fact.Value.Number),
            FactFigure.Count when fact.Count is { } count => Calculation.Leaf(
                Operation.Fact,
                $"{named}#count",
                count
            ),
            FactFigure.Eligible when fact.Eligible is { } eligible => Calculation.Leaf(
                Operation.Fact,
                $"{named}#eligible",
                eligible
            ),
            _ => absent.Value!.Calculate(at),
        };
    }

    private string FigureTitle =>
        Figure switch
        {
            FactFigure.Count => Name.Title + "参与数",
            FactFigure.Eligible => Name.Title + "应参与数",
            _ => Name.Title,
        };

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"缺少{FigureTitle}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(Key.ToString(), Name.Title)] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(Key.ToString(), $"缺少{FigureTitle}")] : [];

    internal override (decimal? Least, decimal? Most) RangeBy(
        IReadOnlyDictionary<string, FactDeclaration> facts
    ) =>
        Figure == FactFigure.Value
            ? (facts[Item].Range?.Least, facts[Item].Range?.Most)
            : (0m, null);

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) =>
        at.Fact(Slot) is { } fact ? [(fact, Name)] : [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) => [];

    internal override IEnumerable<SubjectInput> Inputs => [];

    // Who took part is counted in households or people, as the channel has it.
    internal override Unit UnitBy(UnitsOfValues units) =>
        Figure == FactFigure.Value ? Unit.Named(Name.Unit) : Unit.Any;

    internal override bool Carries(string unit) =>
        Figure == FactFigure.Value && string.Equals(Name.Unit, unit, StringComparison.Ordinal);

    internal override Rational? MostBy(MostPoints points) =>
        Figure == FactFigure.Value ? points.Highest(Item) : null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
