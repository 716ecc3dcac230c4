using System.Globalization;
using Spectre.Console;

namespace Assessment.Cli.Evaluate;

/// <summary>Shows results for people.</summary>
internal static class ResultTable
{
    internal static void Show(EvaluationResult result, IAnsiConsole console)
    {
        console.Write(Areas(result));
        if (result.Findings.Count > 0)
            console.Write(Findings(result));
        if (result.Payouts.Lines.Count > 0)
            console.WriteLine(PayoutSummary(result.Payouts.Lines));
        console.WriteLine($"校验码 {result.Digest}");
    }

    private static Table Areas(EvaluationResult result)
    {
        var table = new Table { Title = new(Markup.Escape(result.Scheme.Title)) };
        string[] headings = ["名次", "编号", "名称", "类别", "总分", "等次"];
        table.AddColumns(headings);
        if (result.Scheme.HasTiers)
            table.AddColumn("档次");
        foreach (var item in result.Scheme.Items)
            table.AddColumn(new TableColumn(Markup.Escape(item.Id)).RightAligned());
        table.AddColumns("加分", "减分");
        if (result.Scheme.HasProgress)
            table.AddColumn("进步指数");
        foreach (var area in result.Areas.OrderBy(area => area.Rank ?? int.MaxValue))
        {
            List<string> row =
            [
                $"{area.Rank}",
                area.Id,
                area.Name,
                area.Category ?? "",
                Number(area.Total),
                area.Grade ?? "",
            ];
            if (result.Scheme.HasTiers)
                row.Add(area.Tier ?? "");
            row.AddRange(result.Scheme.Items.Select(item => Number(area.Items[item.Id])));
            row.Add(Number(area.Bonus));
            row.Add(Number(area.Deduction));
            if (result.Scheme.HasProgress)
                row.Add(Number(area.Progress));
            table.AddRow([.. row.Select(Markup.Escape)]);
        }
        return table;
    }

    private static Table Findings(EvaluationResult result)
    {
        var table = new Table { Title = new("需关注事项") };
        table.AddColumns("对象", "代码", "内容", "说明");
        foreach (var finding in result.Findings)
        {
            table.AddRow(
                Markup.Escape(finding.Subject),
                Markup.Escape(finding.Code),
                Markup.Escape(finding.Detail),
                Markup.Escape(finding.Message)
            );
        }
        return table;
    }

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
