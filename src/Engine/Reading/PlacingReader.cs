using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads what follows from the total: who is aside, ranks, bands, grades, tiers, flags.</summary>
internal sealed class PlacingReader(
    ReadingState state,
    SheetScope scope,
    ExpressionReader expressions,
    ConditionReader conditions
)
{
    /// <summary>The names of grades, bands and tiers, before conditions use them.</summary>
    internal void DeclareNames(YamlMap map, IEnumerable<YamlMap> asides)
    {
        scope.Grades.AddRange(Names(map, "grades"));
        scope.Bands.AddRange(Names(map, "bands"));
        scope.Tiers.AddRange(Names(map, "tiers"));
        foreach (var grade in asides.Select(aside => aside.Peek("grade")).OfType<string>())
        {
            if (!scope.Grades.Contains(grade, StringComparer.Ordinal))
            {
                scope.Grades.Add(grade);
            }
        }
    }

    internal RankRule ReadRank(YamlMap map)
    {
        if (map.Map("rank") is not { } rank)
        {
            return new(RankScope.Township, null, [], new("", "", null));
        }

        var rule = new RankRule(
            ReadScope(rank),
            conditions.Optional(rank, "below", PlacingStage.None),
            [.. rank.OptionalMaps("tieBreaks").Select(ReadTieBreak)],
            state.Citation(rank, "rank")
        );
        rank.Close();
        return rule;
    }

    internal List<BandRule> ReadBands(YamlMap map)
    {
        var bands = new List<BandRule>();
        var names = new WrittenOnce(state, "档");
        foreach (var band in map.OptionalMaps("bands"))
        {
            var name = band.Text("name");
            var share = state.Constant(band, "share");
            if (Shares.IsImpossible(share))
            {
                state.Problems.Add(
                    band.Node,
                    "share-impossible",
                    $"各档比例应当大于 0%、不大于 100%{Shares.Written(share)}"
                );
            }

            names.Check(band, name);
            bands.Add(
                new(
                    name,
                    share,
                    conditions.Optional(band, "always", PlacingStage.None),
                    state.Citation(band, name)
                )
            );
            band.Close();
        }
        if (
            bands.Count > 0
            && !bands.Exists(band => Shares.IsImpossible(band.Share))
            && Shares.NotWhole([.. bands.Select(band => band.Share)]) is { } sum
        )
        {
            state.Problems.Add(map.Take("bands")!, "shares-not-whole", $"各档比例之和{sum}");
        }

        return bands;
    }

    internal List<GradeRule> ReadGrades(YamlMap map, RankScope within)
    {
        var written = map.OptionalMaps("grades");
        var grades = new List<GradeRule>();
        var names = new WrittenOnce(state, "等次");
        var reached = false;
        foreach (var grade in written)
        {
            var name = grade.Text("name");
            var atLeast = state.OptionalConstant(grade, "atLeast");
            CompareTotal(grade, "atLeast", atLeast);
            var quota = grade.OptionalMap("quota") is { } places ? ReadQuota(places, within) : null;
            var rule = new GradeRule(
                name,
                atLeast,
                quota,
                conditions.Optional(grade, "when", PlacingStage.Bands),
                conditions.Optional(grade, "unless", PlacingStage.Bands),
                state.Citation(grade, name)
            );
            names.Check(grade, name);
            if (reached)
            {
                state.Problems.Add(
                    grade.Node,
                    "unreachable",
                    $"前面的等次已包括所有人，没有人会是“{name}”"
                );
            }
            else if (IsCovered(rule, grades))
            {
                state.Problems.Add(
                    grade.Node,
                    "unreachable",
                    $"达到“{name}”分数线的都已在前面的等次里，没有人会是“{name}”"
                );
            }

            reached |= rule is { AtLeast: null, Quota: null, When: null, Unless: null };
            if (
                atLeast is { Text.Length: > 0 }
                && LastLimit(grades) is { } above
                && atLeast.Value > above
            )
            {
                state.Problems.Add(grade.Node, "grades-not-descending", "等次的分数线应当从高到低");
            }

            grades.Add(rule);
            grade.Close();
        }
        if (
            grades.Count > 0
            && grades[^1] is not { AtLeast: null, Quota: null, When: null, Unless: null }
        )
        {
            state.Problems.Add(
                written[^1].Node,
                "last-grade-has-condition",
                "最后一个等次不能有条件，否则有人没有等次"
            );
        }

        var shares = grades.Sum(grade => grade.Quota?.Share.Value ?? 0m);
        if (
            shares > 1m
            && !grades.Exists(grade => grade.Quota is { } one && Shares.IsImpossible(one.Share))
        )
        {
            state.Problems.Add(
                map.Take("grades")!,
                "quotas-impossible",
                $"各等次名额比例合计 {shares * 100m:0.####}%，超过了 100%"
            );
        }

        return grades;
    }

    internal List<TierRule> ReadTiers(YamlMap map)
    {
        var tiers = new List<TierRule>();
        var names = new WrittenOnce(state, "档次");
        foreach (var tier in map.OptionalMaps("tiers"))
        {
            var name = tier.Text("name");
            var toRank = state.OptionalConstant(tier, "toRank");
            names.Check(tier, name);
            if (toRank is not null && !decimal.IsInteger(toRank.Value))
            {
                state.Problems.Add(
                    tier.Take("toRank")!,
                    "rank-not-whole",
                    "“toRank”是名次，应当是整数"
                );
            }

            if (tiers.Count > 0 && tiers[^1].ToRank is null)
            {
                state.Problems.Add(
                    tier.Node,
                    "unreachable",
                    $"前面的“{tiers[^1].Name}”没有写“toRank”，已包括其余所有人"
                );
            }
            else if (
                toRank is { Text.Length: > 0 }
                && toRank.Value <= (tiers.Count == 0 ? 0m : tiers[^1].ToRank!.Value)
            )
            {
                state.Problems.Add(
                    tier.Node,
                    "tiers-not-ascending",
                    "各档的“toRank”应当大于 0，从小到大"
                );
            }

            tiers.Add(
                new(
                    name,
                    toRank,
                    conditions.Optional(tier, "unless", PlacingStage.Grades),
                    state.OptionalConstant(tier, "orAbove"),
                    state.Citation(tier, name)
                )
            );
            CompareTotal(tier, "orAbove", tiers[^1].OrAbove);
            tier.Close();
        }
        return tiers;
    }

    internal TierLift? ReadLift(YamlMap map)
    {
        if (map.OptionalMap("tierLift") is not { } lift)
        {
            return null;
        }

        var rule = new TierLift(
            Tier(lift, "from"),
            Tier(lift, "to"),
            state.Constant(lift, "share"),
            Tier(lift, "ofMean"),
            state.Citation(lift, "tierLift")
        );
        lift.Close();
        return rule;
    }

    internal List<FlagRule> ReadFlags(YamlMap map)
    {
        var flags = new List<FlagRule>();
        var codes = new WrittenOnce(state, "标记");
        foreach (var flag in map.OptionalMaps("flags"))
        {
            var code = flag.Text("code");
            codes.Check(flag, code);
            flags.Add(
                new(
                    code,
                    flag.Text("title"),
                    conditions.Required(flag, "when", PlacingStage.Tiers),
                    state.Citation(flag, code)
                )
            );
            flag.Close();
        }
        return flags;
    }

    internal AsideRule ReadAside(YamlMap aside)
    {
        var title = aside.Text("title");
        return new(
            title,
            conditions.Required(aside, "when", PlacingStage.None),
            aside.OptionalFlag("total") ?? Missing(aside, "total"),
            aside.OptionalText("grade"),
            state.Citation(aside, title)
        );
    }

    /// <summary>A limit of the total is in the unit of the total.</summary>
    private void CompareTotal(YamlMap map, string key, Constant? limit)
    {
        if (limit is not null && scope.Names.TryGetValue("total", out var total))
        {
            scope.Units.AddComparedTo(
                new Reference(total.Column, "total", total.Title),
                new UnitRelations.Part(map.Take(key)!, limit)
            );
        }
    }

    private bool Missing(YamlMap map, string key)
    {
        state.Problems.Add(map.Node, "key-missing", $"缺少“{key}”");
        return false;
    }

    private RankScope ReadScope(YamlMap rank)
    {
        var written = rank.OptionalText("within");
        switch (written)
        {
            case null or "township":
                return RankScope.Township;
            case "category" when scope.Kind == ScopeKind.Areas:
                return RankScope.Category;
            case "area" when scope.Kind == ScopeKind.Staff:
                return RankScope.Area;
            default:
                state.Problems.Add(
                    rank.Take("within")!,
                    "within-unknown",
                    scope.Kind == ScopeKind.Areas
                        ? "居民区的“within”只能是 township（全镇）或 category（同一分类）"
                        : "人员的“within”只能是 township（全镇）或 area（本居民区）"
                );
                return RankScope.Township;
        }
    }

    private TieBreak ReadTieBreak(YamlMap map)
    {
        var tieBreak = new TieBreak(
            map.Text("title"),
            expressions.Read(map, "value"),
            map.Decimals()
        );
        map.Close();
        return tieBreak;
    }

    private Quota ReadQuota(YamlMap map, RankScope within)
    {
        var share = state.Constant(map, "share");
        var maximum = state.OptionalConstant(map, "max");
        var limit = ReadLimit(map);
        QuotaPlus? plus = null;
        if (map.OptionalMap("plus") is { } more)
        {
            plus = new(
                state.Constant(more, "places"),
                conditions.Required(
                    more,
                    "when",
                    // Elsewhere the whole of it is a mistake.
                    within == RankScope.Area
                        ? PlacingStage.Bands
                        : PlacingStage.Tiers
                )
            );
            if (within != RankScope.Area)
            {
                state.Problems.Add(
                    more.Node,
                    "plus-not-here",
                    "按居民区增加名额，须在本居民区内排名（within: area）"
                );
            }

            more.Close();
        }
        if (maximum is { Value: < 0m })
        {
            state.Problems.Add(map.Node, "maximum-impossible", "名额上限不能小于 0");
        }

        if (Shares.IsImpossible(share))
        {
            state.Problems.Add(
                map.Node,
                "share-impossible",
                $"名额比例应当大于 0%、不大于 100%{Shares.Written(share)}"
            );
        }

        map.Close();
        return new(share, maximum, plus, limit);
    }

    /// <summary>What is not said to be in principle is hard.</summary>
    private QuotaLimit ReadLimit(YamlMap map)
    {
        switch (map.OptionalText("limit"))
        {
            case null or "hard":
                return QuotaLimit.Hard;
            case "inPrinciple":
                return QuotaLimit.InPrinciple;
            default:
                state.Problems.Add(
                    map.Take("limit")!,
                    "limit-unknown",
                    "“limit”只能是 hard（不得超过）或 inPrinciple（原则上不超过）"
                );
                return QuotaLimit.Hard;
        }
    }

    private string Tier(YamlMap map, string key)
    {
        var name = map.Text(key);
        if (name.Length > 0 && !scope.Tiers.Contains(name, StringComparer.Ordinal))
        {
            state.Problems.Add(
                map.Take(key)!,
                "tier-unknown",
                $"没有“{name}”这一档次{NearestName.Hint(name, scope.Tiers)}"
            );
        }

        return name;
    }

    /// <summary>Whether an earlier grade without any other condition takes everybody who reaches the limit.</summary>
    private static bool IsCovered(GradeRule rule, List<GradeRule> earlier) =>
        rule.AtLeast is { Text.Length: > 0 } limit
        && earlier.Exists(one =>
            one is { Quota: null, When: null, Unless: null, AtLeast: { Text.Length: > 0 } other }
            && other.Value <= limit.Value
        );

    private static decimal? LastLimit(List<GradeRule> grades) =>
        grades.FindLast(grade => grade.AtLeast is { Text.Length: > 0 })?.AtLeast!.Value;

    private static IEnumerable<string> Names(YamlMap map, string key) =>
        map.OptionalMaps(key).Select(one => one.Peek("name")).OfType<string>();
}
