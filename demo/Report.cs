using System.Text.Json.Nodes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Assessment.Demo;

/// <summary>The demo's closing tables.</summary>
internal static class Report
{
    public static IRenderable Results(JsonNode results)
    {
        var table = new Table { Title = new TableTitle($"{results["scheme"]} 考核结果") }.Border(
            TableBorder.Rounded
        );
        table.AddColumns("名次", "居民区", "总分", "等次", "档次", "加分", "减分");
        foreach (
            var area in results["areas"]!
                .AsArray()
                .OrderBy(area => (int?)area!["rank"] ?? int.MaxValue)
        )
        {
            table.AddRow(
                Text(area, "rank"),
                Text(area, "name"),
                Text(area, "total"),
                Text(area, "grade"),
                Text(area, "tier"),
                Text(area, "bonus"),
                Text(area, "deduction")
            );
        }

        table.Caption(
            $"需关注事项 {results["findings"]!.AsArray().Count} 条；校验码 {Text(results, "digest")}"
        );
        return table;
    }

    public static string PayoutLine(JsonNode sheet) =>
        $"绩效发放表：{sheet["lines"]!.AsArray().Count} 人，合计 [bold]{Text(sheet, "total")}[/] 元";

    public static IRenderable Accounts(IEnumerable<DemoAccount> accounts)
    {
        var table = new Table { Title = new TableTitle("账号") }.Border(TableBorder.Rounded);
        table.AddColumn("用户名");
        // To be copied, so whole.
        table.AddColumn(new TableColumn("密码").NoWrap());
        table.AddColumn("身份");
        foreach (var account in accounts)
        {
            table.AddRow(
                account.UserName.EscapeMarkup(),
                account.Password.EscapeMarkup(),
                account.Duty.EscapeMarkup()
            );
        }

        return table;
    }

    public static IEnumerable<string> Keys(IEnumerable<DemoAccount> accounts) =>
        accounts
            .Where(account => account.Key is not null)
            .Select(account =>
                $"{account.UserName.EscapeMarkup()} 的动态口令密钥：[bold]{account.Key}[/]"
            );

    private static string Text(JsonNode? row, string key) =>
        row?[key]?.ToString().EscapeMarkup() ?? "—";
}
