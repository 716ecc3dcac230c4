using Assessment.Engine.Language;
using Assessment.Engine.Policies.Rules;

namespace Assessment.Engine.Reading;

/// <summary>Reads a line (评分线条): who scores it, how often, and how the scores become one.</summary>
internal static class LineReader
{
    internal static ScoreLine Read(YamlMap map, ReadingState state)
    {
        var id = map.Text("id");
        var departments = map.Texts("departments");
        var range = DeclarationReader.ReadRange(map, "range", state);
        if (range is null)
        {
            state.Problems.Add(map.Node, "key-missing", "缺少“range”");
        }

        if (departments.Distinct(StringComparer.Ordinal).Count() != departments.Count)
        {
            state.Problems.Add(
                map.Take("departments")!,
                "department-twice",
                $"“{id}”的评分部门有重复"
            );
        }

        var combination = ReadCombination(map, state);
        var periods = DeclarationReader.ReadTitles(map, "periods", state);
        var line = new ScoreLine(
            id,
            map.Text("title"),
            departments,
            map.OptionalText("lead"),
            range?.Least ?? 0m,
            range?.Most ?? 0m,
            state.Citation(map, id)
        )
        {
            Combination = combination,
            Leads = combination == LineCombination.Lead ? ReadLeads(map, departments, state) : [],
            Weights =
                combination == LineCombination.Weights ? ReadWeights(map, departments, state) : [],
            Periods = periods,
            Sets = ReadSets(map, periods, state),
            Step = AnchorReader.ReadStep(map, state),
            Anchors = AnchorReader.Read(map, range, state),
            Way = WayReader.Read(map),
        };
        state.LineNodes.TryAdd(id, map.Node);
        if (!state.Lines.TryAdd(id, line) || state.Parameters.ContainsKey(id))
        {
            state.Problems.Add(map.Node, "duplicate-id", $"名称“{id}”用了两次");
        }

        map.Close();
        return line;
    }

    private static LineCombination ReadCombination(YamlMap map, ReadingState state)
    {
        switch (map.OptionalText("combine"))
        {
            case null or "mean":
                return LineCombination.Mean;
            case "lead":
                return LineCombination.Lead;
            case "weights":
                return LineCombination.Weights;
            default:
                state.Problems.Add(
                    map.Take("combine")!,
                    "combine-unknown",
                    "“combine”只能是 mean（平均）、lead（牵头部门汇总）或 weights（加权）"
                );
                return LineCombination.Mean;
        }
    }

    private static IReadOnlyList<string> ReadLeads(
        YamlMap map,
        IReadOnlyList<string> departments,
        ReadingState state
    )
    {
        var leads = map.Texts("leads");
        foreach (
            var lead in leads.Where(lead => !departments.Contains(lead, StringComparer.Ordinal))
        )
        {
            state.Problems.Add(
                map.Take("leads")!,
                "department-unknown",
                $"牵头部门“{lead}”不在评分部门里{NearestName.Hint(lead, departments)}"
            );
        }

        return leads;
    }

    private static List<decimal> ReadWeights(
        YamlMap map,
        IReadOnlyList<string> departments,
        ReadingState state
    )
    {
        if (map.Map("weights") is not { } written)
        {
            return [];
        }

        var weights = departments
            .Select(department => state.Constant(written, department))
            .ToList();
        written.Close();
        if (Shares.NotWhole(weights) is { } sum)
        {
            state.Problems.Add(map.Take("weights")!, "weights-not-whole", $"权重之和{sum}");
        }

        return [.. weights.Select(weight => weight.Value)];
    }

    private static List<IReadOnlyList<string>> ReadSets(
        YamlMap map,
        IReadOnlyDictionary<string, string> periods,
        ReadingState state
    )
    {
        if (periods.Count == 0)
        {
            return [];
        }

        var sets = new List<IReadOnlyList<string>>();
        foreach (var node in map.List("sets"))
        {
            var names = ReadingState.Texts(node);
            // A list that is not divided into lists is one mistake, however long it is.
            if (names.Count == 0 && sets.TrueForAll(set => set.Count > 0))
            {
                state.Problems.Add(node, "list-expected", "“sets”的每一项应当是不为空的期次列表");
            }

            foreach (var name in names.Where(name => !periods.ContainsKey(name)))
            {
                state.Problems.Add(
                    node,
                    "period-unknown",
                    $"“periods”里没有“{name}”{NearestName.Hint(name, periods.Keys)}"
                );
            }

            sets.Add(names);
        }
        if (sets.Count == 0 || sets.Exists(set => set.Count == 0))
        {
            return sets;
        }

        foreach (var unused in periods.Keys.Where(name => !sets.Exists(set => set.Contains(name))))
        {
            state.Problems.Add(
                map.Take("periods")!,
                "unused",
                $"期次“{unused}”不在任何一组“sets”里"
            );
        }

        return sets;
    }
}
