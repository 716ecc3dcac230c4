namespace Assessment.Engine.Language;

/// <summary>事实项 or 评分线条, as needed for entering facts.</summary>
public sealed class FactKind
{
    private readonly Func<string?, IEnumerable<string>> _periods;
    private readonly FactLimits _limits;

    private FactKind(FactDeclaration fact, SchemeRules rules)
    {
        Item = fact.Item;
        Title = fact.Title;
        Range = fact.Range;
        Step = fact.Step;
        _limits = FactLimits.Of(fact);
        OfAreas = rules.AreaFacts.Items.ContainsKey(fact.Item);
        OfStaff = rules.StaffFacts.Items.ContainsKey(fact.Item);
        Sources = [.. fact.Sources.Keys];
        AnySource = fact.AnySource;
        ReportedBy = fact.ReportedBy;
        _periods = source => fact.PeriodsOf(source).Keys;
    }

    private FactKind(ScoreLine line)
    {
        Item = line.Id;
        Title = line.Title;
        Range = new(line.Least, line.Most);
        Step = line.Step;
        _limits = FactLimits.Of(line);
        IsLine = true;
        OfAreas = true;
        Sources = line.Departments;
        _periods = _ => line.Periods.Keys;
    }

    public string Item { get; }

    public string Title { get; }

    public PointRange? Range { get; }

    /// <summary>The smallest change, counted from the range's least value, or from 0; null where there is none.</summary>
    public decimal? Step { get; }

    /// <summary>Whether it is one of the lines (评分线条) that departments score.</summary>
    public bool IsLine { get; }

    /// <summary>Whether areas may have such facts.</summary>
    public bool OfAreas { get; }

    /// <summary>Whether members of staff may have such facts.</summary>
    public bool OfStaff { get; }

    /// <summary>Who may report it; empty where the source makes no difference.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Whether anybody may report it, each once.</summary>
    public bool AnySource { get; }

    /// <summary>Who reports it; null of a line, which its departments score.</summary>
    public Reporter? ReportedBy { get; }

    /// <summary>Whether the value is a whole number of steps, and not less than none.</summary>
    public bool IsOnStep(decimal value) =>
        _limits.IsOnStep(value) && (Step is null || value >= (Range?.Least ?? 0m));

    /// <summary>The periods (期次) of which a fact of the source has one; empty where it has none.</summary>
    public IReadOnlyList<string> PeriodsOf(string? source) => [.. _periods(source)];

    internal static Dictionary<string, FactKind> AllOf(Collection collection, SchemeRules rules)
    {
        var kinds = new Dictionary<string, FactKind>(StringComparer.Ordinal);
        foreach (var fact in rules.Facts.Values)
        {
            kinds[fact.Item] = new(fact, rules);
        }

        foreach (var line in collection.Lines)
        {
            kinds[line.Id] = new(line);
        }

        return kinds;
    }
}
