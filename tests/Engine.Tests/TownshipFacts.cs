namespace Assessment.Engine.Tests;

/// <summary>
/// Facts of an invented township under gaojing-2024 in which everything is alike, to be changed where a test looks.
/// </summary>
internal sealed class TownshipFacts
{
    internal const int Households = 1000;
    internal const int PartyMembers = 50;
    private static readonly Scheme Gaojing = SchemeFolder.Read("gaojing-2024");
    private readonly Dictionary<
        (string Subject, string Item, string? By, string? Period),
        Fact
    > _facts = [];
    private readonly List<AssessmentEvent> _events = [];
    private readonly List<StaffMember> _staff = [];
    private readonly List<Area> _areas = [];

    /// <param name="value">Every satisfaction, score and rate of every area.</param>
    internal TownshipFacts(int areas, decimal value = 80m)
    {
        for (var i = 1; i <= areas; i++)
        {
            var id = Id(i);
            _areas.Add(new(id, $"居民区{i}", Households, PartyMembers));
            Set(id, "satisfaction", value, "meeting", count: 100);
            Set(id, "satisfaction", value, "thirdParty", count: 100);
            Set(id, "satisfaction", value, "online", "H1", count: 500);
            Set(id, "satisfaction", value, "online", "H2", count: 500);
            Set(id, "satisfaction.partyMembers", 10, "meeting");
            Set(id, "hotline.disposal", value);
            Set(id, "hotline.resolution", value);
            Set(id, "hotline.satisfaction", value);
            foreach (var line in Gaojing.Collection.Lines)
            {
                foreach (var department in line.Departments)
                    Set(id, line.Id, value, department);
            }
        }
    }

    internal static string Id(int area) => $"a{area:00}";

    internal TownshipFacts Set(
        string subject,
        string item,
        decimal value,
        string? by = null,
        string? period = null,
        decimal? count = null
    )
    {
        _facts[(subject, item, by, period)] = new(subject, item, value, by, period, count);
        return this;
    }

    /// <summary>All scores of all departments.</summary>
    internal TownshipFacts SetScores(string subject, decimal value)
    {
        foreach (var line in Gaojing.Collection.Lines)
        {
            foreach (var department in line.Departments)
                Set(subject, line.Id, value, department);
        }
        return this;
    }

    internal TownshipFacts SetRates(string subject, decimal value) =>
        Set(subject, "hotline.disposal", value)
            .Set(subject, "hotline.resolution", value)
            .Set(subject, "hotline.satisfaction", value);

    internal TownshipFacts Remove(
        string subject,
        string item,
        string? by = null,
        string? period = null
    )
    {
        Assert.True(_facts.Remove((subject, item, by, period)));
        return this;
    }

    internal TownshipFacts Add(AssessmentEvent happened)
    {
        _events.Add(happened);
        return this;
    }

    internal TownshipFacts Add(StaffMember person)
    {
        _staff.Add(person);
        return this;
    }

    internal FactSet Build() =>
        new("gaojing-2024", 2024, _areas, _staff, [.. _facts.Values], _events);

    internal EvaluationResult Evaluate() => Evaluator.Evaluate(Gaojing, Build());

    internal AreaResult EvaluateArea(int area) =>
        Evaluate().Areas.Single(one => one.Id == Id(area));
}
