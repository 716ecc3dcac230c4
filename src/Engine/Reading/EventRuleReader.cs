using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>events</c>: which events there are and what each gives.</summary>
internal static class EventRuleReader
{
    private const string WorkKey = "work";

    internal static void Read(YamlMap root, ReadingState state)
    {
        foreach (var (id, map) in DeclarationReader.Named(root.OptionalMap("events"), state))
        {
            state.Events[id] = Read(id, map, state);
            map.Close();
        }
    }

    private static EventRule Read(string id, YamlMap map, ReadingState state)
    {
        var mark = ReadMark(map, state);
        var isMark = map.Has("mark");
        var levels = ReadLevels(map, isMark, state);
        var range = DeclarationReader.ReadRange(map, "points", state);
        var each = state.OptionalConstant(map, "each")?.Value;
        var ways =
            (levels.Count > 0 && !isMark ? 1 : 0)
            + (range is null ? 0 : 1)
            + (each is null ? 0 : 1)
            + (isMark ? 1 : 0);
        if (ways != 1)
        {
            state.Problems.Add(
                map.Node,
                "levels-or-points-expected",
                $"事项“{id}”须写明“levels”（各级别分值）、“points”（分值范围）、“each”（每次分值）、“mark”（一票否决等）之一，而且只写一个"
            );
        }

        return new(id, map.Text("title"), levels, range, state.Citation(map, id))
        {
            KeptBy = map.OptionalText("keptBy"),
            AppliedBy = ReadApplicants(map, state),
            Presumes = map.OptionalText("presumes"),
            Each = each,
            Mark = mark,
            Once = map.Flag("once", otherwise: false),
            RaisedByHolders = ReadRaise(map, levels, state),
            BestOfWork = ReadBest(map, state),
            Waiver = ReadWaiver(map, mark, state),
        };
    }

    /// <summary>Without anybody, the office alone enters such events.</summary>
    private static List<EventApplicant> ReadApplicants(YamlMap map, ReadingState state)
    {
        var applicants = new List<EventApplicant>();
        foreach (var word in map.Has("appliedBy") ? map.Texts("appliedBy") : [])
        {
            if (word is "area" or "department")
            {
                applicants.Add(word == "area" ? EventApplicant.Area : EventApplicant.Department);
            }
            else
            {
                state.Problems.Add(
                    map.Take("appliedBy")!,
                    "applicant-unknown",
                    $"“appliedBy”只能是 area（居民区）、department（部门），不是“{word}”"
                );
            }
        }
        return applicants;
    }

    private static EventMark? ReadMark(YamlMap map, ReadingState state)
    {
        switch (map.OptionalText("mark"))
        {
            case null:
                return null;
            case "veto":
                return EventMark.Veto;
            case "voidsItem":
                return EventMark.VoidsItem;
            default:
                state.Problems.Add(
                    map.Take("mark")!,
                    "mark-unknown",
                    "“mark”只能是 veto（一票否决）或 voidsItem（所涉项目计 0 分）"
                );
                return null;
        }
    }

    private static List<EventLevel> ReadLevels(YamlMap map, bool isMark, ReadingState state)
    {
        var levels = new List<EventLevel>();
        foreach (var (level, written) in DeclarationReader.Named(map.OptionalMap("levels"), state))
        {
            var points = isMark ? null : state.Constant(written, "points");
            if (points is not null && levels.Count > 0 && points.Value > levels[^1].Points)
            {
                state.Problems.Add(
                    written.Node,
                    "levels-not-descending",
                    "各级别的分值应当从高到低"
                );
            }

            levels.Add(new(level, written.Text("title"), points?.Value ?? 0m, points?.Parameter));
            written.Close();
        }
        return levels;
    }

    private static int? ReadRaise(YamlMap map, List<EventLevel> levels, ReadingState state)
    {
        if (map.OptionalMap("raise") is not { } raise)
        {
            return null;
        }

        var holders = raise.Integer("perAward");
        if (holders < 2)
        {
            state.Problems.Add(raise.Node, "raise-impossible", "“perAward”应当是不小于 2 的整数");
        }

        if (levels.Count < 2)
        {
            state.Problems.Add(raise.Node, "raise-impossible", "提高一级须有两个以上的级别");
        }

        raise.Close();
        return holders;
    }

    private static bool ReadBest(YamlMap map, ReadingState state)
    {
        var best = map.OptionalText("best");
        if (best is not (null or WorkKey))
        {
            state.Problems.Add(
                map.Take("best")!,
                "best-unknown",
                $"“best”只能是 {WorkKey}（同一工作取最高）"
            );
        }

        return best is not null;
    }

    private static WaiverRule? ReadWaiver(YamlMap map, EventMark? mark, ReadingState state)
    {
        if (map.OptionalMap("waiver") is not { } waiver)
        {
            return null;
        }

        if (mark is not null)
        {
            state.Problems.Add(waiver.Node, "waiver-of-mark", "免责只用于扣分，一票否决等不能免责");
        }

        var shares = waiver.List("shares").Select(node => state.Constant(node, "shares")).ToList();
        foreach (var impossible in shares.Where(Shares.IsImpossible))
        {
            state.Problems.Add(
                waiver.Take("shares")!,
                "share-impossible",
                $"免责比例应当大于 0%、不大于 100%{Shares.Written(impossible)}"
            );
        }

        var rule = new WaiverRule(waiver.Text("finding"), [.. shares.Select(share => share.Value)]);
        waiver.Close();
        return rule;
    }
}
