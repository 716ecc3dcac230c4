using System.Collections.Frozen;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

/// <summary>
/// Facts of an invented township in which everything is alike, to be changed where a test looks. What facts there are
/// comes from the scheme: each that has a range is equally far up in it, and every household takes part.
/// </summary>
internal sealed class TownshipFacts
{
    internal const int Households = 1000;
    internal const int PartyMembers = 50;
    private const string Gaojing = "gaojing-2024";

    private static readonly FrozenDictionary<
        string,
        Lazy<(Scheme Scheme, DeclaredFacts Facts)>
    > Known = SchemeFolder
        .Schemes()
        .ToFrozenDictionary(
            id => id,
            id => new Lazy<(Scheme, DeclaredFacts)>(() =>
            {
                var scheme = SchemeFolder.Read(id);
                return (scheme, new(scheme, SchemeFolder.Yaml(id)));
            })
        );

    private readonly Scheme _scheme;
    private readonly DeclaredFacts _declared;
    private readonly Dictionary<
        (string Subject, string Item, string? By, string? Period),
        Fact
    > _facts = [];
    private readonly List<AssessmentEvent> _events = [];
    private readonly List<StaffMember> _staff = [];
    private readonly Dictionary<string, Area> _areas = new(StringComparer.Ordinal);

    /// <param name="level">How far up in its range each fact is, in percent.</param>
    /// <param name="plus">Values of each area that no range gives, or other ones.</param>
    internal TownshipFacts(
        string scheme,
        int areas,
        decimal level,
        params (string Item, decimal Value)[] plus
    )
    {
        (_scheme, _declared) = Known[scheme].Value;
        for (var i = 1; i <= areas; i++)
        {
            var id = Id(i);
            _areas.Add(id, new(id, $"居民区{i}", Households, PartyMembers));
            SetAll(id, level);
            foreach (var (item, value) in plus)
            {
                Set(id, item, value);
            }
        }
    }

    /// <summary>A township under gaojing-2024.</summary>
    /// <param name="value">Every satisfaction, score and rate of every area.</param>
    internal TownshipFacts(int areas, decimal value = 80m)
        : this(Gaojing, areas, value)
    {
        foreach (var id in _areas.Keys)
        {
            Set(id, "satisfaction", value, "meeting", count: 100);
            Set(id, "satisfaction", value, "thirdParty", count: 100);
            Set(id, "satisfaction", value, "online", "H1", count: 500);
            Set(id, "satisfaction", value, "online", "H2", count: 500);
            Set(id, "satisfaction.partyMembers", 10, "meeting");
            Remove(id, "visits.false");
            Remove(id, "previous.satisfaction");
        }
    }

    internal static string Id(int area) => $"a{area:00}";

    internal TownshipFacts Set(
        string subject,
        string item,
        decimal value,
        string? by = null,
        string? period = null,
        decimal? count = null,
        decimal? eligible = null
    )
    {
        _facts[(subject, item, by, period)] = new(
            subject,
            item,
            value,
            by,
            period,
            count,
            eligible
        );
        return this;
    }

    /// <summary>Every value of an item, whoever gave it in whatever period; who took part stays.</summary>
    internal TownshipFacts SetEvery(string subject, string item, decimal value)
    {
        var places = _facts
            .Where(fact => fact.Key.Subject == subject && fact.Key.Item == item)
            .ToList();
        Assert.NotEmpty(places);
        foreach (var (place, fact) in places)
        {
            _facts[place] = fact with { Value = value };
        }

        return this;
    }

    /// <summary>Everything that the scheme has a range for.</summary>
    internal TownshipFacts SetAll(string subject, decimal level)
    {
        foreach (var fact in _areas.ContainsKey(subject) ? _declared.OfAreas : _declared.OfStaff)
        {
            if (fact.IsScore)
            {
                Set(subject, fact.Item, fact.At(level), fact.By, fact.Period);
            }
            else
            {
                Set(
                    subject,
                    fact.Item,
                    fact.At(level),
                    fact.By,
                    fact.Period,
                    Households,
                    Households
                );
            }
        }
        return this;
    }

    /// <summary>All scores of all departments.</summary>
    /// <param name="level">How far up in each line's range, in percent.</param>
    internal TownshipFacts SetScores(string subject, decimal level)
    {
        foreach (var score in _declared.OfAreas.Where(fact => fact.IsScore))
        {
            Set(subject, score.Item, score.At(level), score.By, score.Period);
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

    /// <summary>An area as it is otherwise.</summary>
    internal TownshipFacts Change(string area, Func<Area, Area> otherwise)
    {
        _areas[area] = otherwise(_areas[area]);
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

    /// <summary>A person with everything that the scheme has a range for.</summary>
    internal TownshipFacts Add(StaffMember person, decimal level) =>
        Add(person).SetAll(person.Id, level);

    /// <summary>The smallest change of a fact; null where any is one.</summary>
    internal decimal? StepOf(string item) => _scheme.FactKinds[item].Step;

    internal FactSet Build() =>
        new(_scheme.Id, _scheme.Year, [.. _areas.Values], _staff, [.. _facts.Values], _events);

    internal EvaluationResult Evaluate() => Evaluator.Evaluate(_scheme, Build());

    internal AreaResult EvaluateArea(int area) =>
        Evaluate().Areas.Single(one => one.Id == Id(area));

    internal StaffResult EvaluatePerson(string id) => Evaluate().Staff.Single(one => one.Id == id);
}
