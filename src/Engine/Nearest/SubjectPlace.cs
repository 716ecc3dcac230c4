using Assessment.Engine.Results;

namespace Assessment.Engine.Nearest;

/// <summary>The place of a subject, in a form that can be compared: the lower the number the better.</summary>
/// <param name="Order">Null where there is none.</param>
internal readonly record struct PlaceOf(string? Name, int? Order)
{
    /// <summary>More than 0 where this is better, less where it is worse.</summary>
    internal int BetterThan(PlaceOf other) =>
        Order is { } own
            ? other.Order is { } theirs
                ? theirs.CompareTo(own)
                : 1
            : other.Order is null
                ? 0
                : -1;
}

/// <summary>A subject's rank, grade, tier and band under one set of facts.</summary>
internal sealed class SubjectPlace
{
    private readonly Dictionary<NearestAim, PlaceOf> _places = [];

    /// <exception cref="KeyNotFoundException">Nobody who is assessed has this id.</exception>
    internal SubjectPlace(EvaluationResult result, string subject)
    {
        var rules = result.Scheme.Rules;
        if (result.Areas.FirstOrDefault(one => Is(one.Id, subject)) is { } area)
        {
            Rank(area.Rank);
            // What was decided no fact moves.
            if (area.ProposedGrade is null)
            {
                Add(NearestAim.Grade, area.Grade, rules.Areas!.Grades.Select(grade => grade.Name));
            }

            if (area.ProposedTier is null)
            {
                Add(NearestAim.Tier, area.Tier, rules.Areas!.Tiers.Select(tier => tier.Name));
            }
        }
        else if (result.Staff.FirstOrDefault(one => Is(one.Id, subject)) is { } person)
        {
            var sheet = rules.StaffClasses.First(one => Is(one.Id, person.Class));
            Rank(person.Rank);
            if (person.ProposedGrade is null)
            {
                Add(NearestAim.Grade, person.Grade, sheet.Grades.Select(grade => grade.Name));
            }

            Add(NearestAim.Band, person.Band, sheet.Bands.Select(band => band.Name));
        }
        else
        {
            throw new KeyNotFoundException($"No subject {subject}");
        }
    }

    /// <summary>What the scheme gives to such a subject at all.</summary>
    internal IEnumerable<NearestAim> Aims => _places.Keys;

    internal PlaceOf this[NearestAim aim] => _places[aim];

    private void Rank(int? rank) =>
        _places[NearestAim.Rank] = new(rank is { } place ? $"第 {place} 名" : null, rank);

    private void Add(NearestAim aim, string? name, IEnumerable<string> bestFirst)
    {
        var names = bestFirst.ToList();
        if (names.Count > 0)
        {
            _places[aim] = new(name, name is null ? null : names.IndexOf(name));
        }
    }

    private static bool Is(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
