using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Explanation;

/// <summary>Events in words.</summary>
internal static class EventText
{
    private static readonly Rational Hundred = 100;

    internal static string Title(ScoredEvent happened)
    {
        var details = new[] { happened.Level?.Title, Day(happened.Event.Date) };
        var named = string.Join("，", details.OfType<string>());
        return named.Length == 0 ? happened.Rule.Title : $"{happened.Rule.Title}（{named}）";
    }

    /// <summary>
    /// What happened, with what the facts say of it and the clause of its rule: an id says nothing to people. What happened
    /// several times in the same way is said once.
    /// </summary>
    internal static string Found(IReadOnlyList<ScoredEvent> events) =>
        string.Join(
            "、",
            events
                .GroupBy(happened => (happened.Rule, Details(happened)))
                .Select(alike =>
                    $"{alike.Key.Rule.Title}（{string.Join("，", Said(alike.Key.Item2, [.. alike]))}）"
                )
        );

    private static IEnumerable<string> Said(string details, IReadOnlyList<ScoredEvent> alike)
    {
        if (details.Length > 0)
        {
            yield return details;
        }

        Rational times = default;
        foreach (var happened in alike)
        {
            times += happened.Event.Count ?? 1m;
        }

        if (times != Rational.One)
        {
            yield return $"{NumberFormat.Whole(times)} 次";
        }

        yield return $"出处 {alike[0].Rule.Citation.Clause}";
    }

    private static string Details(ScoredEvent happened) =>
        string.Join(
            "，",
            new[]
            {
                happened.Level?.Title,
                Day(happened.Event.Date),
                happened.Event.Evidence is { } evidence ? $"材料 {evidence}" : null,
            }.OfType<string>()
        );

    internal static string Rule(EventRule rule, EventLevel? level)
    {
        if (rule.Mark is not null)
        {
            return level is null ? rule.Title : $"{rule.Title}，{level.Title}";
        }

        var texts = new List<string>
        {
            rule.Range is { } range
                ? $"{rule.Title}，{NumberFormat.Number(range.Least)}–{NumberFormat.Number(range.Most)} 分"
            : level is not null
                ? $"{rule.Title}，{level.Title} {NumberFormat.Number(level.Points)} 分"
            : $"{rule.Title}，每次 {NumberFormat.Number(rule.Each ?? 0m)} 分",
        };
        if (rule.Once)
        {
            texts.Add("只计一次");
        }

        if (rule.RaisedByHolders is { } holders)
        {
            texts.Add($"同一荣誉有 {holders} 个以上获奖主体的提高一级");
        }

        if (rule.BestOfWork)
        {
            texts.Add("同一工作只计最高的一次");
        }

        if (rule.Waiver is not null)
        {
            texts.Add("经批准的可以免责");
        }

        return string.Join("；", texts);
    }

    internal static string Arithmetic(CountedEvent counted)
    {
        var happened = counted.Scored;
        if (counted.Why is { } why)
        {
            return why;
        }

        if (happened.Rule.Mark is not null)
        {
            return happened.Level?.Title ?? happened.Rule.Title;
        }

        var factors = "";
        if (happened.Event.Count is { } count && count != 1m && !happened.Rule.Once)
        {
            factors = $" × {NumberFormat.Whole(count)}";
        }

        if (
            counted.Raised is null
            && EventScoring.Waived(happened.Event, happened.Rule) is { } share
        )
        {
            factors += $" × (1 − {NumberFormat.Whole((Rational)share * Hundred)}%)";
        }

        var once = NumberFormat.Whole(counted.Raised?.Points ?? Once(happened));
        var text = counted.Raised is { } raised ? $"提高到{raised.Title} {once}" : once;
        return factors.Length == 0
            ? text
            : $"{text}{factors} = {NumberFormat.Whole(counted.Points)}";
    }

    /// <summary>Once × how often × what is not waived; null where the event does not count by points.</summary>
    internal static Calculation? Calculate(CountedEvent counted)
    {
        var happened = counted.Scored;
        if (counted.Why is not null || happened.Rule.Mark is not null)
        {
            return null;
        }

        var factors = new List<Calculation>
        {
            happened.Rule.Range is null
                ? Calculation.Number(counted.Raised?.Points ?? Once(happened))
                : Calculation.Leaf(Operation.Fact, "#points", Once(happened)),
        };
        if (happened.Event.Count is { } count && !happened.Rule.Once)
        {
            factors.Add(Calculation.Leaf(Operation.Fact, "#count", count));
        }

        if (
            counted.Raised is null
            && EventScoring.Waived(happened.Event, happened.Rule) is { } share
        )
        {
            factors.Add(
                Calculation.Difference(
                    Calculation.Number(Rational.One),
                    Calculation.Leaf(Operation.Fact, "#waiver", share)
                )
            );
        }

        return Calculation.Product(factors);
    }

    private static string? Day(DateOnly? date) => date?.ToString("O");

    private static decimal Once(ScoredEvent happened) =>
        happened.Rule.Range is not null
            ? happened.Event.Points ?? 0m
            : happened.Level?.Points ?? happened.Rule.Each ?? 0m;
}
