using Assessment.Engine.Language;
using Assessment.Engine.Policies.Rules;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Policies;

/// <summary>Reads the rules of a policy. The kinds are a closed set: whatever is not here is refused.</summary>
internal sealed class PolicyRuleReader
{
    private const string ExceptKey = "except";

    private static readonly (string Word, PolicySeverity Severity)[] Severities =
    [
        ("refuse", PolicySeverity.Refuse),
        ("warn", PolicySeverity.Warn),
    ];

    private readonly ProblemList _problems;
    private readonly PolicyNumbers _numbers;
    private readonly List<CitedRule> _citations = [];
    private readonly Dictionary<
        string,
        Func<YamlMap, PolicyGround, PolicyScope, PolicyRule>
    > _kinds;

    internal PolicyRuleReader(ProblemList problems)
    {
        _problems = problems;
        _numbers = new(problems);
        _kinds = new(StringComparer.Ordinal)
        {
            ["residentsVoice"] = (map, ground, scope) =>
                new ResidentsVoice(ground, scope, _numbers.Share(map, "atLeast")),
            ["forbiddenWords"] = (map, ground, scope) =>
                new ForbiddenWords(ground, scope, Words(map, "words"), Exceptions(map)),
            ["assessmentsPerYear"] = (map, ground, scope) =>
                new AssessmentsPerYear(ground, scope, _numbers.Number(map, "atMost")),
            ["vetoes"] = (map, ground, scope) =>
                new VetoLimit(ground, scope, _numbers.Number(map, "atMost")),
            ["rankings"] = (_, ground, scope) => new NoRankings(ground, scope),
            ["circulars"] = (map, ground, scope) =>
                new CircularLimit(ground, scope, _numbers.Number(map, "atMost")),
            ["ledgers"] = (map, ground, scope) =>
                new LedgerLimit(ground, scope, ExceptedItems(map)),
            ["onSite"] = (map, ground, scope) => new OnSiteLimit(ground, scope, ExceptedItems(map)),
            ["pointRanges"] = (map, ground, scope) => new PointRanges(ground, scope, Ranges(map)),
            ["pointsAbout"] = (map, ground, scope) => new PointRanges(ground, scope, About(map)),
            ["weights"] = (map, ground, scope) =>
                new Weights(ground, scope, Items(map, one => _numbers.Share(one, "share"))),
            ["formBand"] = (map, ground, scope) =>
                new FormBandLimit(ground, scope, map.Text("band"), _numbers.Share(map, "atMost")),
            ["gradeQuota"] = (map, ground, scope) =>
                new GradeQuotaLimit(
                    ground,
                    scope,
                    map.Text("grade"),
                    _numbers.Share(map, "atMost")
                ),
        };
    }

    /// <summary>What the rules read so far quote.</summary>
    internal IReadOnlyList<CitedRule> Citations => _citations;

    /// <summary>Null where the kind is not known.</summary>
    internal PolicyRule? Read(YamlMap map)
    {
        var ground = Ground(map);
        var scope = Scope(map);
        var kind = map.Text("kind");
        if (!_kinds.TryGetValue(kind, out var read))
        {
            // Which other keys belong here depends on the kind.
            if (kind.Length > 0)
            {
                _problems.Add(
                    map.Take("kind")!,
                    "policy-kind-unknown",
                    $"没有“{kind}”这种政策规则{NearestName.Hint(kind, _kinds.Keys)}"
                );
            }

            return null;
        }
        var rule = read(map, ground, scope);
        map.Close();
        return rule;
    }

    private PolicyGround Ground(YamlMap map)
    {
        var title = map.Text("title");
        var basis = map.OptionalText("basis");
        var cites = map.Has("clause") || map.Has("quote") || basis is null;
        var ground = new PolicyGround(
            title,
            cites ? map.Text("clause") : null,
            cites ? map.Text("quote") : null,
            basis,
            map.OptionalText("chosen")
        )
        {
            Severity = map.Has("severity")
                ? KnownWord.Read(map, "severity", "policy-severity-unknown", Severities, _problems)
                    ?? PolicySeverity.Refuse
                : PolicySeverity.Refuse,
        };
        map.Offer(["severity"]);
        if (cites)
        {
            _citations.Add(
                new(
                    title,
                    new(ground.Clause!, ground.Quote!, ground.Chosen),
                    map.PlaceOf("clause"),
                    map.PlaceOf("quote")
                )
            );
        }

        return ground;
    }

    private PolicyScope Scope(YamlMap map)
    {
        var of = map.Text("of");
        if (of is not ("areas" or "staff" or ""))
        {
            _problems.Add(
                map.Take("of")!,
                "policy-scope-unknown",
                $"“of”只能是 areas（居民区）或 staff（人员），不是“{of}”{NearestName.Hint(of, ["areas", "staff"])}"
            );
        }
        // Only staff have posts: elsewhere the key is not known.
        return new(of == "areas", of == "staff" && map.Has("posts") ? map.Texts("posts") : []);
    }

    private static IReadOnlyList<WordPattern> Words(YamlMap map, string key) =>
        [.. map.Texts(key).Select(word => new WordPattern(word))];

    private static IReadOnlyList<WordPattern> Exceptions(YamlMap map)
    {
        map.Offer([ExceptKey]);
        return map.Has(ExceptKey) ? Words(map, ExceptKey) : [];
    }

    /// <summary>Titles or ids of items and lines; null where there is no exception.</summary>
    private static NamedItem? ExceptedItems(YamlMap map)
    {
        map.Offer([ExceptKey]);
        return map.Has(ExceptKey) ? new(map.Texts(ExceptKey)) : null;
    }

    private static List<(NamedItem, T)> Items<T>(YamlMap map, Func<YamlMap, T> read)
    {
        var items = new List<(NamedItem, T)>();
        foreach (var written in map.Maps("items"))
        {
            items.Add((new(written.Texts("names")), read(written)));
            written.Close();
        }
        return items;
    }

    private List<(NamedItem, PointRange)> Ranges(YamlMap map) =>
        Items(
            map,
            one =>
            {
                var range = new PointRange(
                    _numbers.Number(one, "from"),
                    _numbers.Number(one, "to")
                );
                if (one.Has("from") && one.Has("to") && range.Least > range.Most)
                {
                    _problems.Add(one.Node, "range-empty", "范围的“from”不能大于“to”");
                }

                return range;
            }
        );

    /// <summary>Points that may be changed a little (微调).</summary>
    private List<(NamedItem, PointRange)> About(YamlMap map)
    {
        var tolerance = _numbers.Number(map, "tolerance");
        return Items(
            map,
            one =>
            {
                var points = _numbers.Number(one, "points");
                return new PointRange(points - tolerance, points + tolerance);
            }
        );
    }
}
