using Spectre.Console;

namespace Assessment.Cli.Test;

/// <summary>Shows what the cases of a scheme gave.</summary>
internal static class TestReport
{
    internal static void Show(SchemeRun run, IAnsiConsole console)
    {
        foreach (var problem in run.Problems)
        {
            console.WriteLine($"{problem}");
        }

        foreach (var refused in run.Cases.Where(one => one.Failure is not null))
        {
            console.WriteLine($"{run.Name}/{refused.Name}：{refused.Failure}");
        }

        if (run.Cases.Any(one => one.Differences.Count > 0))
        {
            console.Write(Differences(run));
        }

        console.WriteLine($"{run.Name}：{Summary(run)}");
    }

    private static Table Differences(SchemeRun run)
    {
        var table = new Table();
        table.AddColumns("方案/案例", "对象", "项目", "应为", "实为");
        foreach (var one in run.Cases)
        {
            foreach (var difference in one.Differences)
            {
                table.AddRow(
                    Markup.Escape($"{run.Name}/{one.Name}"),
                    Markup.Escape(difference.Subject),
                    Markup.Escape(difference.Item),
                    Markup.Escape(difference.Expected),
                    Markup.Escape(difference.Actual)
                );
            }
        }
        return table;
    }

    private static string Summary(SchemeRun run)
    {
        if (run.Problems.Count > 0)
        {
            return $"方案有 {run.Problems.Count} 处问题，没有核对案例";
        }

        if (run.Cases.Count == 0)
        {
            return "没有案例";
        }

        if (run.IsRight)
        {
            return $"{run.Cases.Count} 个案例，全部相符";
        }

        var right = run.Cases.Count(one => one.IsRight);
        var refused = run.Cases.Count(one => one.Failure is not null);
        var differences = run.Cases.Sum(one => one.Differences.Count);
        string?[] parts =
        [
            $"{run.Cases.Count} 个案例，{right} 个相符",
            right + refused < run.Cases.Count
                ? $"{run.Cases.Count - right - refused} 个不符（共 {differences} 处）"
                : null,
            refused > 0 ? $"{refused} 个无法核对" : null,
        ];
        return string.Join("，", parts.OfType<string>());
    }
}
