using System.Globalization;
using Assessment.ServiceDefaults.Time;
using Assessment.Spreadsheets;

namespace Assessment.Scoring.Results;

/// <summary>The results as a workbook for the committee's table.</summary>
public static class ResultWorkbook
{
    public static byte[] Write(ResultView result)
    {
        var names = result
            .Areas.Select(area => (area.Id, area.Name))
            .Concat(result.Staff.Select(person => (person.Id, person.Name)))
            .ToDictionary(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);
        List<Sheet> sheets = [Areas(result)];
        if (result.Staff.Count > 0)
        {
            sheets.Add(Staff(result));
        }

        sheets.Add(
            new Sheet(
                "需关注事项",
                ["对象编号", "对象", "事项", "说明"],
                result.Findings.Select(finding =>
                    (IReadOnlyList<object?>)
                        [
                            finding.Subject,
                            names.GetValueOrDefault(finding.Subject),
                            finding.Detail,
                            finding.Message,
                        ]
                ),
                [12, 20, 22, 60]
            )
        );
        sheets.Add(Notes(result));
        return WorkbookWriter.Write([.. sheets]);
    }

    private static Sheet Areas(ResultView result) =>
        new(
            "考核结果",
            [
                "名次",
                "编号",
                "居民区",
                "分类",
                "总分",
                "等次（拟）",
                "档次（拟）",
                .. result.Items.Select(Title),
                "加分",
                "减分",
                "进步指数",
            ],
            result
                .Areas.OrderBy(area => area.Rank ?? int.MaxValue)
                .ThenBy(area => area.Id, StringComparer.Ordinal)
                .Select(area =>
                    (IReadOnlyList<object?>)
                        [
                            area.Rank,
                            area.Id,
                            area.Name,
                            area.Category,
                            area.Total,
                            area.Grade,
                            area.Tier,
                            .. result.Items.Select(item =>
                                (object?)area.Items.GetValueOrDefault(item.Id)
                            ),
                            area.Bonus,
                            area.Deduction,
                            area.Progress,
                        ]
                ),
            [8, 10, 20, 14]
        );

    private static Sheet Staff(ResultView result)
    {
        var items = result
            .Staff.SelectMany(person => person.Items.Keys)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new Sheet(
            "个人考核结果",
            [
                "名次",
                "编号",
                "姓名",
                "居民区",
                "职务",
                "总分",
                "等次（拟）",
                "档次（拟）",
                .. items,
                "提示",
            ],
            result
                .Staff.OrderBy(person => person.Area, StringComparer.Ordinal)
                .ThenBy(person => person.Id, StringComparer.Ordinal)
                .Select(person =>
                    (IReadOnlyList<object?>)
                        [
                            person.Rank,
                            person.Id,
                            person.Name,
                            person.Area,
                            person.Post,
                            person.Total,
                            person.Grade,
                            person.Band,
                            .. items.Select(item => (object?)person.Items.GetValueOrDefault(item)),
                            string.Join("、", person.Flags),
                        ]
                )
        );
    }

    private static Sheet Notes(ResultView result) =>
        new(
            "说明",
            ["项目", "内容"],
            new (string Name, object? Value)[]
            {
                ("方案", result.Title),
                ("方案编号", result.Scheme),
                ("方案版本", result.SchemeVersion),
                ("年度", result.Year),
                (
                    "计算时间",
                    ChinaTime
                        .Local(result.CalculatedAt)
                        .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                ),
                ("计算次数", result.Number),
                ("校验码", result.Digest),
                ("状态", result.State == Cycles.CycleState.Published ? "已公示" : "未公示"),
                ("是否最新", result.Outdated ? "计算后数据有变动，请重新计算" : "是"),
            }.Select(line => (IReadOnlyList<object?>)[line.Name, line.Value]),
            [14, 80]
        );

    private static string Title(ResultItem item) =>
        item.Points is { } points
            ? $"{item.Id} {item.Title}（{points:0.##}）"
            : $"{item.Id} {item.Title}";
}
