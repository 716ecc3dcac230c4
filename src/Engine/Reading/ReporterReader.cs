using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>reportedBy</c>, and holds it against what the scheme collects.</summary>
internal static class ReporterReader
{
    private static readonly (string Word, ReporterKind Kind)[] Kinds =
    [
        ("campaign", ReporterKind.Campaign),
        ("hotline", ReporterKind.Hotline),
        ("panel", ReporterKind.Panel),
        ("register", ReporterKind.Register),
        ("office", ReporterKind.Office),
        ("carriedOver", ReporterKind.CarriedOver),
    ];

    /// <returns>The office where a problem was reported.</returns>
    internal static Reporter Read(string item, YamlMap map, ReadingState state)
    {
        if (map.Require("reportedBy") is not { } node)
        {
            return new(ReporterKind.Office, null);
        }

        state.Reporters[item] = node;
        if (node is YamlMappingNode)
        {
            return ReadNamed(map.Map("reportedBy")!, node, state);
        }

        var word = map.Text("reportedBy");
        foreach (var (known, kind) in Kinds)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                return new(kind, null);
            }
        }

        if (word.Length > 0)
        {
            state.Problems.Add(
                node,
                "reporter-unknown",
                $"“reportedBy”只能是 {string.Join("、", Kinds.Select(one => one.Word))}，或 {{department: 部门名称}}，不是“{word}”"
            );
        }

        return new(ReporterKind.Office, null);
    }

    /// <summary>What is carried over must be something that last year's result has: one fact of a subject, a measure or an item.</summary>
    internal static void CheckCarried(IReadOnlyList<ScoreSheet> sheets, ReadingState state)
    {
        foreach (var (from, at) in state.Carried)
        {
            var isFact =
                state.Facts.TryGetValue(from, out var fact)
                && fact is { AnySource: false, Sources.Count: 0 }
                && fact.PeriodsOf(source: null).Count == 0;
            if (
                !isFact
                && !sheets
                    .SelectMany(sheet => sheet.Values)
                    .Any(value => string.Equals(value.Id, from, StringComparison.Ordinal))
            )
            {
                state.Problems.Add(
                    at,
                    "carried-unknown",
                    $"“carriedOver”写的“{from}”既不是考核项目或指标，也不是每个对象只有一个数的事实，上年的结果里没有可结转的数"
                );
            }
        }
    }

    /// <summary>What a campaign, the hotline or a panel finds is reported by it alone, and by it only what it finds.</summary>
    internal static void Check(Collection collection, ReadingState state)
    {
        var collected = Collected(collection, state.Panels);
        foreach (var (item, at) in state.Reporters)
        {
            var fact = state.Facts[item];
            var kind = fact.ReportedBy.Kind;
            if (collected(fact.Item) is { } source)
            {
                if (kind != source)
                {
                    state.Problems.Add(
                        at,
                        "reporter-twice",
                        $"“{fact.Item}”由{Title(source)}汇总（见“collection”），不能再写由别处报：应当写 reportedBy: {Word(source)}"
                    );
                }
            }
            else if (kind is ReporterKind.Campaign or ReporterKind.Hotline or ReporterKind.Panel)
            {
                state.Problems.Add(
                    at,
                    "reporter-collects-nothing",
                    $"“collection”里没有汇总“{fact.Item}”的{Title(kind)}"
                );
            }
        }
    }

    private static Reporter ReadNamed(YamlMap written, YamlNode node, ReadingState state)
    {
        if (!written.Has("carriedOver"))
        {
            var department = written.Text("department");
            written.Close();
            return new(ReporterKind.Department, department);
        }

        var from = written.Text("carriedOver");
        written.Close();
        if (from.Length > 0)
        {
            state.Carried.Add((from, node));
        }

        return new(ReporterKind.CarriedOver, Department: null) { CarriedFrom = from };
    }

    private static Func<string, ReporterKind?> Collected(
        Collection collection,
        CountedByPanels panels
    )
    {
        var surveyed = new HashSet<string?>(StringComparer.Ordinal)
        {
            collection.Survey?.Households,
            collection.Survey?.PartyMembers,
        };
        surveyed.UnionWith(
            collection.Survey?.Campaigns.Select(campaign => (string?)campaign.Item) ?? []
        );
        return item =>
            surveyed.Contains(item) ? ReporterKind.Campaign
            : panels.Counts(item) ? ReporterKind.Panel
            : collection.Hotline is { } hotline
            && (
                string.Equals(item, hotline.Tickets, StringComparison.Ordinal)
                || item.StartsWith($"{hotline.Item}.", StringComparison.Ordinal)
            )
                ? ReporterKind.Hotline
            : null;
    }

    private static string Word(ReporterKind kind) => Kinds.First(one => one.Kind == kind).Word;

    private static string Title(ReporterKind kind) =>
        kind switch
        {
            ReporterKind.Campaign => "测评",
            ReporterKind.Panel => "评议（panels）",
            _ => "热线工单",
        };
}
