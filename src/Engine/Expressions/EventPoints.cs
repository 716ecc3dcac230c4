using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Expressions;

/// <summary><c>events</c>: the points of the subject's events under some rules, together at most the cap.</summary>
internal sealed class EventPoints(IReadOnlyList<EventRule> rules, Constant? cap) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = cap is null ? [] : [cap];

    internal override Cell Evaluate(SubjectView at)
    {
        var sum = 0m;
        foreach (var happened in at.Events)
        {
            if (Counts(happened))
                sum += happened.Points;
        }
        return Cell.Of(cap is null ? sum : Math.Min(sum, cap.Value));
    }

    /// <summary>The subject's events that are counted.</summary>
    internal IEnumerable<ScoredEvent> Counted(SubjectView at) => at.Events.Where(Counts);

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom(
                cap is null ? $"{Names}之和" : $"{Names}之和（不超过 {cap.Text}）"
            );
        }
        var counted = Counted(view).Select(happened => Shown.Number(happened.Points)).ToList();
        if (counted.Count == 0)
            return Fragment.Atom("0");
        var sum = string.Join(" + ", counted);
        return cap is not null && Counted(view).Sum(happened => happened.Points) > cap.Value
            ? Fragment.Atom($"取小({sum}，{cap.Text})")
            : new(sum, Binding.Sum);
    }

    /// <summary>What the rules are about.</summary>
    internal string Names => string.Join("、", rules.Select(rule => rule.Title));

    private bool Counts(ScoredEvent happened)
    {
        foreach (var rule in rules)
        {
            if (ReferenceEquals(rule, happened.Rule))
                return true;
        }
        return false;
    }
}
