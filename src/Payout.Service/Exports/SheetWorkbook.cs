using Assessment.Engine.Explanation;
using Assessment.Imports.Spreadsheets;
using Assessment.Payout.Sheets;
using Assessment.ServiceDefaults.Time;

namespace Assessment.Payout.Exports;

/// <summary>发放表 as a workbook: the lines, the sums by area, and what they rest on.</summary>
internal static class SheetWorkbook
{
    public static byte[] Write(SheetView sheet) =>
        WorkbookWriter.Write(Lines(sheet), ByArea(sheet), Basis(sheet));

    private static Sheet Lines(SheetView sheet) =>
        new(
            "发放明细",
            [
                "付款标识",
                "人员编号",
                "姓名",
                "居民区",
                "岗位",
                "发放对象",
                "档次",
                "金额（元）",
                "计算说明",
                "条款",
                "原文",
            ],
            sheet.Lines.Select(line =>
                (IReadOnlyList<object?>)
                    [
                        line.Reference,
                        line.Person,
                        line.Name,
                        line.AreaName,
                        line.PostTitle ?? line.Post,
                        line.Role,
                        line.Tier,
                        line.Amount,
                        line.Reason ?? line.Explanation.Arithmetic,
                        line.Explanation.Clause,
                        line.Explanation.Quote,
                    ]
            ),
            [44, 12, 12, 16, 14, 18, 8, 12, 44, 14, 60]
        );

    private static Sheet ByArea(SheetView sheet)
    {
        var areas = sheet
            .Lines.GroupBy(line => (line.Area, line.AreaName))
            .Select(area =>
                (IReadOnlyList<object?>)
                    [
                        area.Key.AreaName,
                        area.Count(),
                        area.Count(line => line.Amount is null),
                        area.Sum(line => line.Amount ?? 0m),
                    ]
            );
        return new Sheet(
            "按居民区汇总",
            ["居民区", "人数", "金额待定人数", "金额（元）"],
            [
                .. areas,
                [
                    "合计",
                    sheet.Lines.Count,
                    sheet.Lines.Count(line => line.Amount is null),
                    sheet.Total,
                ],
            ],
            [20, 8, 14, 14]
        );
    }

    private static Sheet Basis(SheetView sheet)
    {
        IEnumerable<IReadOnlyList<object?>> head =
        [
            ["考核", sheet.Title, null],
            ["年度", sheet.Year, null],
            ["方案", sheet.Scheme, null],
            ["方案版本", sheet.SchemeVersion, null],
            ["校验码", sheet.Digest, null],
            ["生效时间", At(sheet.FinalAt), null],
            ["编制时间", At(sheet.MadeAt), null],
            ["发放表序号", sheet.Number, null],
        ];
        var findings = sheet.Findings.Select(finding =>
            (IReadOnlyList<object?>)["待处理事项", finding.Message, finding.Subject]
        );
        var clauses = sheet
            .Lines.SelectMany(line => Nodes(line.Explanation))
            .Where(node => node.Clause is { Length: > 0 })
            .Select(node => (node.Clause, node.Quote, node.Chosen))
            .Distinct()
            .OrderBy(clause => clause.Clause, StringComparer.Ordinal)
            .Select(clause =>
                (IReadOnlyList<object?>)[$"条款 {clause.Clause}", clause.Quote, clause.Chosen]
            );
        return new Sheet(
            "依据",
            ["项目", "内容", "说明"],
            [.. head, .. findings, .. clauses],
            [16, 80, 60]
        );
    }

    private static IEnumerable<ExplanationNode> Nodes(ExplanationNode node) =>
        [node, .. node.Children.SelectMany(Nodes)];

    private static string At(DateTimeOffset moment) =>
        ChinaTime.Local(moment).ToString("yyyy-MM-dd HH:mm:ss");
}
