using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Nearest;

/// <summary>Finds the figures of a subject's facts that some rule reads and that may be moved.</summary>
internal sealed class AdjustableFacts(Scheme scheme, FactSet facts, string subject)
{
    private static readonly Rational Hundred = 100;
    private const decimal Unlimited = 1_000_000m;

    /// <summary>Where the scheme does not say what the smallest change is.</summary>
    private const decimal DefaultStep = 0.1m;
    private readonly Dictionary<FactKey, Fact> _own = facts
        .Facts.Where(fact => string.Equals(fact.Subject, subject, StringComparison.Ordinal))
        .ToDictionary(fact => fact.Key);

    internal IEnumerable<AdjustableFact> All(ScoreSheet sheet, FactLayout layout)
    {
        var readings = Readings(sheet).DistinctBy(reading => reading.Slot).ToList();
        var byCount = sheet
            .RaisingFindings.Select(one => one.Item)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fact in _own.Values)
        {
            if (!layout.Items.TryGetValue(fact.Item, out var item) || !IsRead(fact, item, readings))
            {
                continue;
            }

            yield return Of(fact, isAbsent: false, NearestFigure.Value, item.Range);
            if (byCount.Contains(fact.Item) && fact is { Count: not null, Eligible: { } eligible })
            {
                yield return Of(fact, isAbsent: false, NearestFigure.Count, null) with
                {
                    Most = eligible,
                    Step = 1m,
                    Unit = "人",
                };
            }
        }
        // What is not there counts as a value that the scheme names.
        foreach (var reading in readings)
        {
            if (
                reading.Assumed is { } assumed
                && reading.Figure == FactFigure.Value
                && !_own.ContainsKey(reading.Key)
            )
            {
                yield return Of(
                    new(
                        subject,
                        reading.Key.Item,
                        (Rational)assumed,
                        reading.Key.By,
                        reading.Key.Period
                    ),
                    isAbsent: true,
                    NearestFigure.Value,
                    layout.Items[reading.Key.Item].Range
                );
            }
        }
    }

    private static IEnumerable<FactReading> Readings(ScoreSheet sheet) =>
        sheet
            .Values.Select(value => value.Expression)
            .Concat(sheet.Rank.TieBreaks.Select(tie => tie.Value))
            .SelectMany(expression => expression.All())
            .OfType<FactReading>()
            .Where(reading => reading.Figure == FactFigure.Value);

    private static bool IsRead(Fact fact, FactItem item, List<FactReading> readings) =>
        (item.Group is not null && fact.Period is null)
        || (item.SlotOf(fact) is { } slot && readings.Exists(reading => reading.Slot == slot));

    private AdjustableFact Of(Fact fact, bool isAbsent, NearestFigure figure, PointRange? range)
    {
        var line = scheme.Collection.Lines.FirstOrDefault(one =>
            string.Equals(one.Id, fact.Item, StringComparison.Ordinal)
        );
        var declared = scheme.Facts.GetValueOrDefault(fact.Item);
        var (step, counted) = Step(declared, line);
        return new(
            fact,
            isAbsent,
            Title(fact, declared, line),
            figure,
            range?.Least ?? 0m,
            range?.Most ?? Unlimited,
            step,
            line is null ? declared?.Unit : "分",
            counted
        );
    }

    /// <summary>Of a rate the step is one of the things that it is counted by.</summary>
    private (Rational Step, string? Counted) Step(FactDeclaration? declared, ScoreLine? line)
    {
        if (
            declared?.CountedBy is { } counted
            && _own.TryGetValue(new(counted, null, null), out var number)
            && number.Value.Number.Sign > 0
        )
        {
            return (Hundred / number.Value.Number, scheme.Facts[counted].Unit ?? "");
        }
        return (line?.Step ?? declared?.Step ?? DefaultStep, null);
    }

    private static string Title(Fact fact, FactDeclaration? declared, ScoreLine? line)
    {
        var named = line?.Title ?? declared?.Title ?? fact.Item;
        string?[] parts =
        [
            fact.By is { } by ? declared?.Sources.GetValueOrDefault(by)?.Title ?? by : null,
            fact.Period is { } period
                ? (line?.Periods ?? declared?.PeriodsOf(fact.By))?.GetValueOrDefault(period, period)
                : null,
        ];
        var details = string.Join("，", parts.OfType<string>());
        var title = line is null ? named : $"{line.Id} {named}";
        return details.Length == 0 ? title : $"{title}（{details}）";
    }
}
