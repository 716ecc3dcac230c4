using Assessment.Engine.Decisions;
using Assessment.Engine.Nearest;
using Spectre.Console;

namespace Assessment.Cli.Nearest;

/// <summary>Shows the nearest changes for people: of each aim and direction those with the fewest steps.</summary>
internal static class NearestTable
{
    private const int MostRows = 5;

    /// <param name="decision">On the subject; null where nothing was decided.</param>
    internal static void Show(
        IReadOnlyList<NearestChange> changes,
        Decision? decision,
        IAnsiConsole console
    )
    {
        if (decision is not null)
        {
            console.WriteLine(
                $"{(decision.Tier is null ? "等次" : "档次")}由集体研究决定为{decision.Grade ?? decision.Tier}，不随事实变动"
            );
        }

        if (changes.Count == 0)
        {
            console.WriteLine("任何一项事实单独变动，都不会改变名次、等次或档次");
            return;
        }
        foreach (var group in changes.GroupBy(change => (change.Aim, change.IsBetter)))
        {
            var (aim, better) = group.Key;
            console.Write(Table($"{Title(aim)}{(better ? "上升" : "下降")}", [.. group]));
        }
    }

    private static Table Table(string title, IReadOnlyList<NearestChange> changes)
    {
        var table = new Table { Title = new(title) };
        table.AddColumns("事实", "最少变动", "结果");
        foreach (var change in changes.Take(MostRows))
        {
            table.AddRow(
                Markup.Escape(change.IsAbsent ? $"{change.Title}（现无）" : change.Title),
                Markup.Escape(change.Change),
                Markup.Escape($"{change.Before ?? "无"} → {change.After ?? "无"}")
            );
        }
        if (changes.Count > MostRows)
        {
            table.Caption = new($"另有 {changes.Count - MostRows} 项事实，见 --json");
        }

        return table;
    }

    private static string Title(NearestAim aim) =>
        aim switch
        {
            NearestAim.Rank => "名次",
            NearestAim.Grade => "等次",
            NearestAim.Tier => "档次",
            _ => "分档",
        };
}
