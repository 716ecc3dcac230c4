using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>findings</c>: what people have to be informed of.</summary>
internal sealed class FindingReader(
    ReadingState state,
    SheetScope scope,
    ExpressionReader expressions
)
{
    internal (List<FindingRule> Unmet, List<LastPlaceRule> LastPlaces) Read(YamlMap map)
    {
        var unmet = new List<FindingRule>();
        var lastPlaces = new List<LastPlaceRule>();
        foreach (var finding in map.OptionalMaps("findings"))
        {
            if (finding.Has("last"))
            {
                lastPlaces.Add(ReadLastPlace(finding));
            }
            else
            {
                unmet.Add(ReadUnmet(finding));
            }

            finding.Close();
        }
        return (unmet, lastPlaces);
    }

    private FindingRule ReadUnmet(YamlMap map)
    {
        var detail = map.Text("detail");
        var rule = new FindingRule(
            map.Text("code"),
            detail,
            map.Text("title"),
            expressions.Read(map, "value"),
            expressions.Read(map, "atLeast"),
            state.Citation(map, detail)
        );
        if (map.Take("atLeast") is { } least)
        {
            scope.Units.AddComparedTo(rule.Value, new UnitRelations.Part(least, rule.AtLeast));
        }

        return rule;
    }

    private LastPlaceRule ReadLastPlace(YamlMap map)
    {
        var code = map.Text("code");
        var lines = new List<ScoreLine>();
        IReadOnlyList<string> periods = [];
        if (map.Map("last") is { } last)
        {
            periods = last.Texts("periods");
            foreach (var id in last.Texts("lines"))
            {
                if (Line(last, id, periods) is { } line)
                {
                    lines.Add(line);
                }
            }
            last.Close();
        }
        return new(
            code,
            map.Text("title"),
            map.Flag("twice", otherwise: false),
            lines,
            periods,
            [.. lines.Select(line => Slots(line, periods))],
            state.Citation(map, code)
        );
    }

    private int[] Slots(ScoreLine line, IReadOnlyList<string> periods) =>
        [
            .. periods.Select(period =>
                scope.Slots.SlotOf(
                    new(line.Id, line.Departments.Count == 0 ? null : line.Departments[0], period)
                )
            ),
        ];

    private ScoreLine? Line(YamlMap map, string id, IReadOnlyList<string> periods)
    {
        if (!state.Lines.TryGetValue(id, out var line))
        {
            state.Problems.Add(
                map.Take("lines")!,
                "line-unknown",
                $"“collection.lines”里没有“{id}”{NearestName.Hint(id, state.Lines.Keys)}"
            );
            return null;
        }
        if (line.Departments.Count != 1)
        {
            state.Problems.Add(
                map.Take("lines")!,
                "line-has-several-departments",
                $"“{id}”由几个部门评分，不能评末位"
            );
        }

        foreach (var period in periods.Where(period => !line.Periods.ContainsKey(period)))
        {
            state.Problems.Add(
                map.Take("periods")!,
                "period-unknown",
                $"“{id}”没有期次“{period}”{NearestName.Hint(period, line.Periods.Keys)}"
            );
        }

        return line;
    }
}
