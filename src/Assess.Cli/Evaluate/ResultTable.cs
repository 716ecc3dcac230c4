using System.Globalization;
using Assessment.Cli.Decisions;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;
using Assessment.Engine.Results;
using Spectre.Console;

namespace Assessment.Cli.Evaluate;

/// <summary>Shows results for people.</summary>
internal static class ResultTable
{
    internal static void Show(EvaluationResult result, IAnsiConsole console)
    {
        if (result.Scheme.AssessesAreas)
        {
            console.Write(Areas(result));
        }

        var names = result.Facts.Staff.ToDictionary(
            person => person.Id,
            person => person.Name,
            StringComparer.Ordinal
        );
        foreach (var one in result.Scheme.StaffClasses)
        {
            console.Write(Staff(result, one, names));
        }

        if (result.Findings.Count > 0)
        {
            console.Write(Findings(result));
        }

        foreach (var overrun in result.QuotaOverruns)
        {
            console.WriteLine(DecisionsText.Line(overrun));
        }

        if (result.Payouts.Lines.Count > 0)
        {
            console.WriteLine(PayoutSummary(result.Payouts.Lines));
        }

        console.WriteLine($"校验码 {result.Digest}");
    }

    private static Table Areas(EvaluationResult result)
    {
        var columns = new List<(string Heading, Func<AreaResult, string> Cell)>
        {
            ("名次", area => $"{area.Rank}"),
            ("编号", area => area.Id),
            ("名称", area => area.Name),
            ("类别", area => area.Category ?? ""),
            ("总分", area => Number(area.Total)),
        };
        if (result.Scheme.Grades.Count > 0)
        {
            columns.Add(("等次", area => Decided(area.Grade, area.ProposedGrade)));
        }

        if (result.Scheme.HasTiers)
        {
            columns.Add(("档次", area => Decided(area.Tier, area.ProposedTier)));
        }

        columns.AddRange(
            result.Scheme.Items.Select(item =>
                (item.Id, (Func<AreaResult, string>)(area => Number(area.Items[item.Id])))
            )
        );
        if (result.Areas.Any(area => area.Bonus is not null))
        {
            columns.Add(("加分", area => Number(area.Bonus)));
        }

        if (result.Areas.Any(area => area.Deduction is not null))
        {
            columns.Add(("减分", area => Number(area.Deduction)));
        }

        if (result.Scheme.HasProgress)
        {
            columns.Add(("进步指数", area => Number(area.Progress)));
        }

        return Table(
            result.Scheme.Title,
            columns,
            result.Areas.OrderBy(area => area.Rank ?? int.MaxValue)
        );
    }

    private static Table Staff(
        EvaluationResult result,
        StaffClass of,
        Dictionary<string, string> names
    )
    {
        var columns = new List<(string Heading, Func<StaffResult, string> Cell)>
        {
            ("名次", person => $"{person.Rank}"),
            ("编号", person => person.Id),
            ("姓名", person => names[person.Id]),
            ("总分", person => Number(person.Total)),
            ("等次", person => Decided(person.Grade, person.ProposedGrade)),
        };
        if (of.HasBands)
        {
            columns.Add(("分档", person => person.Band ?? ""));
        }

        columns.AddRange(
            of.Items.Select(item =>
                (
                    item.Id,
                    (Func<StaffResult, string>)(
                        person => Number(person.Items.GetValueOrDefault(item.Id))
                    )
                )
            )
        );
        if (of.Flags.Count > 0)
        {
            columns.Add(
                (
                    "标记",
                    person =>
                        string.Join(
                            "、",
                            of.Flags.Where(flag =>
                                    person.Flags.Contains(flag.Code, StringComparer.Ordinal)
                                )
                                .Select(flag => flag.Title)
                        )
                )
            );
        }

        return Table(
            of.Title,
            columns,
            result
                .Staff.Where(person => string.Equals(person.Class, of.Id, StringComparison.Ordinal))
                .OrderBy(person => person.Rank ?? int.MaxValue)
        );
    }

    /// <summary>The grade or tier, with the proposed one next to it where another was decided.</summary>
    private static string Decided(string? given, string? proposed) =>
        proposed is null || string.Equals(given, proposed, StringComparison.Ordinal)
            ? given ?? ""
            : $"{given}（拟定{proposed}）";

    private static Table Table<T>(
        string title,
        IReadOnlyList<(string Heading, Func<T, string> Cell)> columns,
        IEnumerable<T> rows
    )
    {
        var table = new Table { Title = new(Markup.Escape(title)) };
        table.AddColumns([.. columns.Select(column => Markup.Escape(column.Heading))]);
        foreach (var row in rows)
        {
            table.AddRow([.. columns.Select(column => Markup.Escape(column.Cell(row)))]);
        }

        return table;
    }

    private static Table Findings(EvaluationResult result) =>
        Table<Finding>(
            "需关注事项",
            [
                ("对象", finding => finding.Subject),
                ("代码", finding => finding.Code),
                ("内容", finding => finding.Detail),
                ("说明", finding => finding.Message),
            ],
            result.Findings
        );

    private static string PayoutSummary(IReadOnlyList<PayoutLine> lines)
    {
        var sum = lines.Aggregate(Money.Zero, (sum, line) => sum + (line.Amount ?? Money.Zero));
        var undecided = lines.Count(line => line.Amount is null);
        return undecided == 0
            ? $"绩效发放 {lines.Count} 人，合计 {sum}"
            : $"绩效发放 {lines.Count} 人，合计 {sum}，其中 {undecided} 人暂不能确定金额";
    }

    private static string Number(decimal? value) =>
        value?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "";
}
