using Assessment.Engine.Payouts;
using Assessment.Engine.Results;
using Fractions;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties.Independent;

/// <summary>What a calculation asks of others than its own subject.</summary>
internal interface IOtherSubjects
{
    Figure RankBy(SheetValues own, string value);

    Figure OfArea(string area, string value);

    Figure PeersMean(SheetValues own, string value);

    /// <summary>A name that was given: a grade, tier or band.</summary>
    string? Name(SheetValues own, string of);

    /// <summary>All who share a fund.</summary>
    IEnumerable<SheetValues> Together(SheetValues own);
}

/// <summary>
/// A whole township, in fractions of big integers. Who is on which sheet, who is aside, and the names that were given
/// (grades, tiers, bands) are taken from the results, which have properties of their own; every number is calculated.
/// </summary>
internal sealed class IndependentEvaluation : IOtherSubjects
{
    private readonly Township _township;
    private readonly EvaluationResult _result;
    private readonly Dictionary<string, AreaResult> _areas;
    private readonly Dictionary<string, StaffResult> _people;

    internal IndependentEvaluation(Township township, EvaluationResult result)
    {
        (_township, _result) = (township, result);
        _areas = result.Areas.ToDictionary(one => one.Id, StringComparer.Ordinal);
        _people = result.Staff.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var sheets = township.Written.Sheets().ToList();
        var ofAreas = sheets
            .Where(one => one.Class is null)
            .Select(one => one.Sheet)
            .SingleOrDefault();
        var byId = township.Facts.Areas.ToDictionary(one => one.Id, StringComparer.Ordinal);
        if (ofAreas is not null)
        {
            foreach (var area in township.Facts.Areas)
            {
                Areas.Add(area.Id, new(township, ofAreas, area, null, this));
            }
        }

        foreach (var person in township.Facts.Staff)
        {
            var sheet = sheets
                .Where(one =>
                    one.Class is not null
                    && one.Class == _people.GetValueOrDefault(person.Id)?.Class
                )
                .Select(one => one.Sheet)
                .SingleOrDefault();
            Everybody.Add(
                person.Id,
                new(township, sheet ?? township.Written.Root, byId[person.Area], person, this)
            );
            if (sheet is not null)
            {
                Staff.Add(person.Id, Everybody[person.Id]);
            }
        }
    }

    internal Dictionary<string, SheetValues> Areas { get; } = new(StringComparer.Ordinal);

    /// <summary>Those who are assessed.</summary>
    internal Dictionary<string, SheetValues> Staff { get; } = new(StringComparer.Ordinal);

    private Dictionary<string, SheetValues> Everybody { get; } = new(StringComparer.Ordinal);

    /// <summary>The amount of a line before it is rounded to the fen, or in full of a fund; null where no rule says it.</summary>
    internal Fraction? Amount(PayoutLine line)
    {
        var rule = _township
            .Written.Root.At("payout")
            .At("amounts")
            .Elements()
            .SingleOrDefault(one => one.At("id").Text() == line.Role);
        return rule is null ? null : Everybody[line.Person].Of(rule.At("amount")!).Value;
    }

    /// <summary>A fund before it is rounded, and what each member's part is proportional to; null where it is no fund.</summary>
    internal (Figure Fund, IReadOnlyList<Figure> Shares)? Pool(PayoutLine line)
    {
        var pool = PoolNode(line.Role);
        return pool is null
            ? null
            : (
                Everybody[line.Person].Of(pool.At("fund")!),
                [.. Together(Everybody[line.Person]).Select(one => one.Of(pool.At("share")!))]
            );
    }

    public Figure RankBy(SheetValues own, string value) =>
        (Fraction)(
            1
            + Like(own)
                .Count(other =>
                    other.Named(value).Value is { } theirs && theirs > own.Named(value).Value
                )
        );

    public Figure OfArea(string area, string value) =>
        value switch
        {
            "total" => Areas[area].Total.Value is { } total ? total : Figure.Absent,
            "rank" => Rank(Areas[area]) is { } rank ? (Fraction)rank : Figure.Absent,
            _ => Areas[area].Named(value),
        };

    public Figure PeersMean(SheetValues own, string value)
    {
        var all = Like(own)
            .Where(other => other.Area.Id == own.Area.Id)
            .Select(other => other.Named(value).Value)
            .OfType<Fraction>()
            .ToList();
        return all.Count == 0 ? Figure.None : all.Aggregate((a, b) => a + b) / all.Count;
    }

    public string? Name(SheetValues own, string of) =>
        of switch
        {
            "areaGrade" => _areas.GetValueOrDefault(own.Area.Id)?.Grade,
            "areaTier" => _areas.GetValueOrDefault(own.Area.Id)?.Tier,
            "grade" => _people.GetValueOrDefault(own.Person!.Id)?.Grade,
            "band" => _people.GetValueOrDefault(own.Person!.Id)?.Band,
            _ => throw new NotSupportedException($"The name {of} is not known here."),
        };

    public IEnumerable<SheetValues> Together(SheetValues own)
    {
        var line = _result.Payouts.Lines.Single(one => one.Person == own.Person!.Id);
        return _result
            .Payouts.Lines.Where(one => one.Area == line.Area && one.Role == line.Role)
            .Select(one => Everybody[one.Person]);
    }

    /// <summary>The rank of an area, by its rounded total and the tie-breaks; null without a total.</summary>
    internal int? Rank(SheetValues own)
    {
        if (own.Total.Value is null)
        {
            return null;
        }

        var sheet = _township.Written.Root.At("areas")!;
        var within = sheet.At("rank").At("within").Text();
        return 1
            + Areas.Values.Count(other =>
                other.Total.Value is not null
                && (within != "category" || other.Area.Category == own.Area.Category)
                && IsBetter(Keys(other, sheet), Keys(own, sheet))
            );
    }

    /// <summary>Who has no value for a tie-break ranks behind those who have one.</summary>
    private static IEnumerable<(bool Has, Fraction Value)> Keys(SheetValues of, YamlNode sheet) =>
        sheet
            .At("rank")
            .At("tieBreaks")
            .Elements()
            .Select(tie =>
                of.Of(tie.At("value")!).Rounded(int.Parse(tie.At("decimals").Text()!)).Value
            )
            .Prepend(of.Total.Value!.Value)
            .Select(value => (value is not null, value ?? Fraction.Zero));

    private static bool IsBetter(
        IEnumerable<(bool, Fraction)> a,
        IEnumerable<(bool, Fraction)> b
    ) => a.Zip(b, (one, other) => one.CompareTo(other)).FirstOrDefault(order => order != 0) > 0;

    private IEnumerable<SheetValues> Like(SheetValues own) =>
        own.Person is { } person
            ? Staff.Values.Where(other =>
                _people[other.Person!.Id].Class == _people[person.Id].Class
            )
            : Areas.Values;

    private YamlNode? PoolNode(string? id) =>
        _township
            .Written.Root.At("payout")
            .At("pools")
            .Elements()
            .SingleOrDefault(one => one.At("id").Text() == id);
}
