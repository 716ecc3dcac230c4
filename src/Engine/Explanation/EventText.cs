using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;

namespace Assessment.Engine.Explanation;

/// <summary>Events in words.</summary>
internal static class EventText
{
    internal static string Title(ScoredEvent happened)
    {
        var details = new[] { happened.Level?.Title, happened.Event.Date?.ToString("O") };
        var named = string.Join("，", details.OfType<string>());
        return named.Length == 0 ? happened.Rule.Title : $"{happened.Rule.Title}（{named}）";
    }

    internal static string Rule(EventRule rule, EventLevel? level)
    {
        if (rule.Mark is not null)
            return level is null ? rule.Title : $"{rule.Title}，{level.Title}";
        var texts = new List<string>
        {
            rule.Range is { } range
                ? $"{rule.Title}，{Shown.Number(range.Least)}–{Shown.Number(range.Most)} 分"
            : level is not null ? $"{rule.Title}，{level.Title} {Shown.Number(level.Points)} 分"
            : $"{rule.Title}，每次 {Shown.Number(rule.Each ?? 0m)} 分",
        };
        if (rule.Once)
            texts.Add("只计一次");
        if (rule.RaisedByHolders is { } holders)
            texts.Add($"同一荣誉有 {holders} 个以上获奖主体的提高一级");
        if (rule.BestOfWork)
            texts.Add("同一工作只计最高的一次");
        if (rule.Waiver is not null)
            texts.Add("经批准的可以免责");
        return string.Join("；", texts);
    }

    internal static string Arithmetic(CountedEvent counted)
    {
        var happened = counted.Scored;
        if (counted.Why is { } why)
            return why;
        if (happened.Rule.Mark is not null)
            return happened.Level?.Title ?? happened.Rule.Title;
        var once = counted.Raised?.Points ?? Once(happened);
        var text = Shown.Number(once);
        if (counted.Raised is { } raised)
            text = $"提高到{raised.Title} {text}";
        if (happened.Event.Count is { } count && count != 1m && !happened.Rule.Once)
            text += $" × {Shown.Number(count)}";
        if (
            counted.Raised is null
            && EventScoring.Waived(happened.Event, happened.Rule) is { } share
        )
            text += $" × (1 − {share:0.##%})";
        var points = Shown.Number(counted.Points);
        return
            string.Equals(text, points, StringComparison.Ordinal)
            || text.EndsWith($" {points}", StringComparison.Ordinal)
            ? text
            : $"{text} = {points}";
    }

    private static decimal Once(ScoredEvent happened) =>
        happened.Rule.Range is not null
            ? happened.Event.Points ?? 0m
            : happened.Level?.Points ?? happened.Rule.Each ?? 0m;
}
