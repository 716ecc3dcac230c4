using System.Globalization;
using System.Text.RegularExpressions;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.Time;

namespace Assessment.Scoring.Results;

/// <summary>The results as a workbook for the committee's table.</summary>
public static partial class ResultWorkbook
{
    public static byte[] Write(ResultView result)
    {
        var names = result
            .Areas.Select(area => (area.Id, area.Name))
            .Concat(result.Staff.Select(person => (person.Id, person.Name)))
            .ToDictionary(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);
        List<Sheet> sheets = [];
        if (result.Columns is { } columns)
        {
            sheets.Add(Areas(result, columns));
        }

        sheets.AddRange(result.Classes.Select(one => Staff(result, one)));
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

    private static Sheet Areas(ResultView result, AreaColumns columns)
    {
        var shown = new List<Column<AreaResultView>>
        {
            new("名次", area => area.Rank),
            new("编号", area => area.Id),
            new("居民区", area => area.Name),
        };
        Add(result.Areas.Any(area => area.Category is not null), "分类", area => area.Category);
        shown.Add(new("总分", area => area.Total));
        Add(columns.Grade, "等次（拟）", area => area.Grade);
        Add(columns.Tier, "档次（拟）", area => area.Tier);
        shown.AddRange(
            result.Items.Select(item => new Column<AreaResultView>(
                Title(item),
                area => area.Items.GetValueOrDefault(item.Id)
            ))
        );
        Add(columns.Bonus, "加分", area => area.Bonus);
        Add(columns.Deduction, "减分", area => area.Deduction);
        Add(columns.Progress, "进步指数", area => area.Progress);
        return Table(
            "考核结果",
            shown,
            result
                .Areas.OrderBy(area => area.Rank ?? int.MaxValue)
                .ThenBy(area => area.Id, StringComparer.Ordinal),
            [8, 10, 20, 14]
        );

        void Add(bool there, string title, Func<AreaResultView, object?> value)
        {
            if (there)
            {
                shown.Add(new(title, value));
            }
        }
    }

    private static Sheet Staff(ResultView result, ResultClass own)
    {
        var shown = new List<Column<StaffResultView>>
        {
            new("名次", person => person.Rank),
            new("编号", person => person.Id),
            new("姓名", person => person.Name),
            new("居民区", person => person.AreaName),
            new("职务", person => person.PostTitle ?? person.Post),
            new("总分", person => person.Total),
        };
        if (own.HasGrades)
        {
            shown.Add(new("等次（拟）", person => person.Grade));
        }

        if (own.HasBands)
        {
            shown.Add(new("档次（拟）", person => person.Band));
        }

        shown.AddRange(
            own.Items.Select(item => new Column<StaffResultView>(
                Title(item),
                person => person.Items.GetValueOrDefault(item.Id)
            ))
        );
        if (own.Flags.Count > 0)
        {
            shown.Add(
                new(
                    "提示",
                    person =>
                        string.Join(
                            "；",
                            own.Flags.Where(flag =>
                                    person.Flags.Contains(flag.Code, StringComparer.Ordinal)
                                )
                                .Select(flag => flag.Title)
                        )
                )
            );
        }

        return Table(
            StaffSheetName(result, own),
            shown,
            result
                .Staff.Where(person =>
                    string.Equals(person.Class, own.Id, StringComparison.Ordinal)
                )
                .OrderBy(person => person.Rank ?? int.MaxValue)
                .ThenBy(person => person.Id, StringComparer.Ordinal),
            [8, 10, 14, 20, 18]
        );
    }

    /// <summary>A class's title may have what a sheet's name must not; the notes say which sheet is whose.</summary>
    private static string StaffSheetName(ResultView result, ResultClass own) =>
        result.Classes.Count == 1
            ? "个人考核结果"
            : $"个人考核结果{result.Classes.Index().First(one => one.Item == own).Index + 1}";

    private static Sheet Table<T>(
        string name,
        IReadOnlyList<Column<T>> columns,
        IEnumerable<T> lines,
        IReadOnlyList<int> widths
    ) =>
        new(
            name,
            [.. columns.Select(column => column.Title)],
            lines.Select(line =>
                (IReadOnlyList<object?>)[.. columns.Select(column => column.Value(line))]
            ),
            widths
        );

    private sealed record Column<T>(string Title, Func<T, object?> Value);

    private static Sheet Notes(ResultView result) =>
        new(
            "说明",
            ["项目", "内容"],
            new List<(string Name, object? Value)>
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
                ("状态", result.State == Cycles.CycleState.Final ? "已生效" : "未生效"),
                ("是否最新", result.Outdated ? "计算后数据有变动，请重新计算" : "是"),
            }
                .Concat(
                    result.Classes.Select(own =>
                        ((string, object?))(StaffSheetName(result, own), own.Title)
                    )
                )
                .Select(line => (IReadOnlyList<object?>)[line.Item1, line.Item2]),
            [14, 80]
        );

    private static string Title(ResultItem item) =>
        (DocumentNumber().IsMatch(item.Id) ? $"{item.Id} {item.Title}" : item.Title)
        + (item.Points is { } points ? $"（{points:0.##}）" : "");

    /// <summary>An id that is the document's own number, such as R2.1; any other was made up for the scheme's file only.</summary>
    [GeneratedRegex("^[A-Z][0-9.]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentNumber();
}
