using Assessment.Engine.Forms;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Reading;

/// <summary>Reads the <c>facts</c> of a panel: what is counted from its sheets, and how.</summary>
/// <param name="form">Null where it could not be read: what depends on it is not looked at.</param>
internal sealed class PanelFactReader(
    ReadingState state,
    ScoringForm? form,
    PanelRaters raters,
    bool isNamed
)
{
    private static readonly (string Word, PanelCounting Counting)[] Ways =
    [
        ("each", PanelCounting.Each),
        ("mean", PanelCounting.Mean),
        ("weightedMean", PanelCounting.WeightedMean),
        ("trimmedMean", PanelCounting.TrimmedMean),
        ("median", PanelCounting.Median),
        ("option", PanelCounting.Option),
        ("rank", PanelCounting.Rank),
    ];

    internal List<PanelFact> Read(YamlMap panel) =>
        [.. panel.Maps("facts").Select(ReadOne).OfType<PanelFact>()];

    private PanelFact? ReadOne(YamlMap map)
    {
        var item = map.Text("fact");
        var way = KnownWord.Read(map, "count", "panel-counting-unknown", Ways, state);
        if (way is not { } counting)
        {
            return null;
        }

        var option = counting == PanelCounting.Option ? map.Text("option") : null;
        var drop = counting == PanelCounting.TrimmedMean ? map.Integer("drop") : 0;
        map.Close();
        CheckWay(map, counting, option, drop);
        if (state.Facts.TryGetValue(item, out var fact))
        {
            CheckFact(map, fact, counting);
        }
        else if (item.Length > 0)
        {
            state.Problems.Add(
                map.Take("fact")!,
                "fact-unknown",
                $"“facts”里没有声明“{item}”{NearestName.Hint(item, state.Facts.Values.Where(one => one.ReportedBy.Kind == ReporterKind.Panel).Select(one => one.Item))}"
            );
            return null;
        }

        return new(item, counting, option, drop);
    }

    private void CheckWay(YamlMap map, PanelCounting counting, string? option, int drop)
    {
        var wrong = counting switch
        {
            PanelCounting.Option when form is not (null or OptionForm) =>
                "“option”数的是选项，这张表不是选项表",
            PanelCounting.Rank when form is not (null or RankingForm) =>
                "“rank”数的是名次，这张表不是排名表",
            PanelCounting.Mean
            or PanelCounting.WeightedMean
            or PanelCounting.TrimmedMean
            or PanelCounting.Median when form is OptionForm or RankingForm =>
                "平均分、中位数要从打分的表里算，这张表不打分",
            PanelCounting.Each when form is OptionForm => "“each”报的是每人的分数，这张表不打分",
            PanelCounting.Each when !isNamed =>
                "“each”按评价人各报一项，无记名的测评不能用：写 mean 等汇总的算法，或 named: true",
            PanelCounting.WeightedMean when raters.Classes.Any(one => one.Weight is null) =>
                "“weightedMean”要写明评价人各类的权重（raters 的 classes 的 weight）",
            PanelCounting.WeightedMean when raters.Classes.Count == 0 =>
                "“weightedMean”要写明评价人的类别和权重（raters 的 classes）",
            PanelCounting.TrimmedMean when drop < 1 =>
                "“drop”应当至少是 1：去掉几个最高分和几个最低分",
            _ => null,
        };
        if (wrong is not null)
        {
            state.Problems.Add(map.Take("count")!, "panel-counting-impossible", wrong);
        }

        if (
            form is OptionForm options
            && option is { Length: > 0 }
            && !options.Options.Any(one => string.Equals(one.Id, option, StringComparison.Ordinal))
        )
        {
            state.Problems.Add(
                map.Take("option")!,
                "option-unknown",
                $"“{options.Title}”没有选项“{option}”{NearestName.Hint(option, options.Options.Select(one => one.Id))}"
            );
        }
    }

    private void CheckFact(YamlMap map, FactDeclaration fact, PanelCounting counting)
    {
        if (counting == PanelCounting.Each)
        {
            var unknown = raters.Names.Keys.FirstOrDefault(name =>
                fact.Sources.Count > 0 && !fact.Sources.ContainsKey(name)
            );
            if (
                !fact.AnySource
                && (fact.Sources.Count == 0 || raters.Names.Count == 0 || unknown is not null)
            )
            {
                state.Problems.Add(
                    map.Take("fact")!,
                    "panel-fact-sources",
                    $"“{fact.Item}”按评价人各报一项，“facts”里应当写 by: any，或把 raters 的 names 逐一写在 by 里"
                );
            }
        }
        else if (fact.AnySource || fact.Sources.Count > 0)
        {
            state.Problems.Add(
                map.Take("fact")!,
                "panel-fact-sources",
                $"“{fact.Item}”是汇总的一个数，“facts”里不能写 by"
            );
        }

        if (
            counting is not (PanelCounting.Option or PanelCounting.Rank)
            && form?.Range is { } scores
            && fact.Range is { } range
            && !(range.Contains(scores.Least) && range.Contains(scores.Most))
        )
        {
            state.Problems.Add(
                map.Take("fact")!,
                "panel-fact-range",
                $"“{form.Title}”可以打 {ScoringForm.Points(scores)}，超出“{fact.Item}”的范围 {ScoringForm.Points(range)}"
            );
        }
    }
}
