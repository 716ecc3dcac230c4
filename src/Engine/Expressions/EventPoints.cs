using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>events</c>: the points of the subject's events under some rules, together at most the cap.</summary>
internal sealed class EventPoints(IReadOnlyList<EventRule> rules, Constant? cap)
    : Expression,
        IConstruct
{
    public static string Keyword => "events";

    public static ScopeKind[] Places => Scopes.Assessed;

    public static bool SaysWhatIsAbsent => true;

    public static Expression Read(WrittenOperator written)
    {
        var map = written.Map;
        var rules = written.State.EventRules(map, written.Key);
        foreach (
            var node in map.List(written.Key).Zip(rules).Where(pair => pair.Second.Mark is not null)
        )
        {
            written.Report(
                node.First,
                "event-has-no-points",
                $"“{node.Second.Id}”没有分值，不能用在“events”里"
            );
        }

        var cap = written.State.OptionalConstant(map, "cap");
        if (cap is not null)
        {
            written.Scope.Units.Add(Unit.Points, new UnitRelations.Part(map.Take("cap")!, cap));
        }

        return new EventPoints(rules, cap);
    }

    private readonly bool _plain = rules.All(EventTally.IsPlain);

    internal override IReadOnlyList<Expression> Parts { get; } = cap is null ? [] : [cap];

    internal IReadOnlyList<EventRule> Rules { get; } = rules;

    /// <summary>What the rules are about.</summary>
    internal string Names => string.Join("、", Rules.Select(rule => rule.Title));

    /// <summary>Together they never give more; null where nothing limits them.</summary>
    internal Rational? Most { get; } = cap?.Number;

    /// <summary>What events of one subject give under the rules, at most the cap.</summary>
    internal Rational Sum(IReadOnlyList<ScoredEvent> events)
    {
        var sum = Added(EventTally.Of(events, Rules));
        return Most is { } most ? Rational.Min(sum, most) : sum;
    }

    internal override Cell Evaluate(SubjectView at)
    {
        var sum = Sum(at);
        return Cell.Of(cap is null ? sum : Rational.Min(sum, cap.Number));
    }

    /// <summary>The subject's events under the rules, each as it is counted.</summary>
    internal IReadOnlyList<CountedEvent> Counted(SubjectView at) => EventTally.Of(at.Events, Rules);

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom(
                cap is null ? $"{Names}之和" : $"{Names}之和（不超过 {cap.Text}）"
            );
        }
        var counted = Counted(view).Where(one => one.Why is null).ToList();
        if (counted.Count == 0)
        {
            return Fragment.Atom("0");
        }

        var sum = string.Join(" + ", counted.Select(one => NumberFormat.Whole(one.Points)));
        if (cap is not null && Added(counted) > cap.Number)
        {
            return Fragment.Atom($"取小({sum}，{cap.Text})");
        }

        return counted.Count == 1 ? Fragment.Atom(sum) : new(sum, Binding.Sum);
    }

    internal override Calculation Calculate(SubjectView at)
    {
        var sum = Calculation.Sum(
            Counted(at)
                .Where(one => one.Why is null)
                .Select(one => Calculation.Leaf(Operation.Event, one.Scored.Event.Id, one.Points))
                .DefaultIfEmpty(Calculation.Number(Rational.Zero))
        );
        return cap is null ? sum : Calculation.Least(sum, cap.Calculate(at));
    }

    private Rational Sum(SubjectView at)
    {
        var events = at.Events;
        if (events.Count == 0)
        {
            return default;
        }

        if (!_plain)
        {
            return Added(Counted(at));
        }

        Rational sum = default;
        foreach (var happened in events)
        {
            if (Counts(happened))
            {
                sum += happened.Points;
            }
        }
        return sum;
    }

    private static Rational Added(IEnumerable<CountedEvent> counted)
    {
        Rational sum = default;
        foreach (var one in counted)
        {
            sum += one.Points;
        }

        return sum;
    }

    private bool Counts(ScoredEvent happened)
    {
        foreach (var rule in Rules)
        {
            if (ReferenceEquals(rule, happened.Rule))
            {
                return true;
            }
        }
        return false;
    }

    internal override string Line(SubjectView at) =>
        Counted(at).Count == 0 ? $"没有{Names}，计 0" : base.Line(at);

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) =>
        Counted(at)
            .Select(counted => new StepBelow(
                $"event:{counted.Scored.Event.Id}",
                _ => ValueExplanation.Event(counted)
            ));

    internal override IEnumerable<SubjectInput> Inputs => [];

    internal override Unit UnitBy(UnitsOfValues units) => Unit.Points;

    internal override bool Carries(string unit) => unit == Quantity.Points.Unit;

    internal override Rational? MostBy(MostPoints points) => Rational.Zero;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
