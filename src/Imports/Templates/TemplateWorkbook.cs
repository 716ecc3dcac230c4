using System.Globalization;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Imports.Templates;

/// <summary>
/// 导入模板: a workbook to be filled in. Its first sheet has the heads, an example row and lists of what is allowed;
/// 填写说明 says what each column holds, 对照表 what the codes stand for.
/// </summary>
internal static class TemplateWorkbook
{
    private const string ListsSheet = "可选值";

    /// <summary>Down to which row the lists are offered.</summary>
    private const int LastRow = 20_000;
    private const int HeadWidth = 18;

    /// <summary>What a sheet's name must not hold, and how long it may be, in a spreadsheet program.</summary>
    private const string NotInNames = "[]:*?/\\";

    public static byte[] Write(
        IImport import,
        IReadOnlyList<ImportColumn> columnsOfTownship,
        TemplateChoices choices
    )
    {
        var columns = Expand(columnsOfTownship, choices).ToList();
        var listed = columns.FindAll(column => column.List is { Values.Count: > 0 });
        var example = columns.ConvertAll(column => column.Example);
        List<Sheet> sheets =
        [
            new(
                string.Concat(import.Title.Where(c => !NotInNames.Contains(c))),
                [.. columns.Select(column => column.Title), ExampleMark.Head],
                [
                    [.. example, ExampleMark.Of(example)],
                ],
                [.. columns.Select(_ => HeadWidth), 44]
            )
            {
                SampleRows = 1,
                TextCells = true,
                Lists =
                [
                    .. listed.Select(
                        (column, place) =>
                            new CellList(
                                columns.IndexOf(column),
                                FirstRow: 2,
                                LastRow,
                                ListsSheet,
                                place,
                                column.List!.Values.Count,
                                column.List.IsComplete
                            )
                    ),
                ],
            },
            Explanations(import, columns),
        ];
        if (listed.Exists(column => column.List!.Values.Any(value => value.Title is not null)))
        {
            sheets.Add(Codes(listed));
        }

        if (listed.Count > 0)
        {
            sheets.Add(Lists(listed));
        }

        return WorkbookWriter.Write(sheets);
    }

    private static IEnumerable<TemplateColumn> Expand(
        IReadOnlyList<ImportColumn> columns,
        TemplateChoices choices
    ) =>
        columns.SelectMany(column =>
            column.Series is null
                ? [TemplateColumn.Of(column, column.Title, choices)]
                : Enumerable
                    .Range(1, choices.SeriesLength)
                    .Select(number =>
                        TemplateColumn.Of(
                            column,
                            column.TitleOf(number.ToString(CultureInfo.InvariantCulture)),
                            choices
                        )
                    )
        );

    private static Sheet Explanations(IImport import, List<TemplateColumn> columns) =>
        new(
            "填写说明",
            ["列", "要求", "填写内容", "也可写作"],
            columns.Select(column =>
                (IReadOnlyList<object?>)
                    [
                        column.Title,
                        column.Column.Required ? "必备" : "按需",
                        column.Column.Content,
                        string.Join(
                            '、',
                            Heads
                                .HeadWords.Of(
                                    import.Kind,
                                    column.Column.Series ?? column.Column.Name
                                )
                                .Where(word =>
                                    word != column.Title
                                    && !word.Contains('{', StringComparison.Ordinal)
                                )
                        ),
                    ]
            ),
            [HeadWidth, 8, 60, 48]
        );

    private static Sheet Codes(List<TemplateColumn> listed) =>
        new(
            "对照表",
            ["列", "可填的值", "名称"],
            listed.SelectMany(column =>
                column
                    .List!.Values.Where(value => value.Title is not null)
                    .Select(value =>
                        (IReadOnlyList<object?>)[column.Title, value.Value, value.Title]
                    )
            ),
            [HeadWidth, 24, 48]
        );

    private static Sheet Lists(List<TemplateColumn> listed) =>
        new(
            ListsSheet,
            [.. listed.Select(column => column.Title)],
            Enumerable
                .Range(0, listed.Max(column => column.List!.Values.Count))
                .Select(row =>
                    (IReadOnlyList<object?>)
                        [
                            .. listed.Select(column =>
                                column.List!.Values.ElementAtOrDefault(row)?.Value
                            ),
                        ]
                )
        )
        {
            Hidden = true,
        };

    /// <summary>A column as the template has it.</summary>
    private sealed record TemplateColumn(
        ImportColumn Column,
        string Title,
        AllowedList? List,
        string Example
    )
    {
        public static TemplateColumn Of(ImportColumn column, string title, TemplateChoices choices)
        {
            var list =
                choices.Lists.GetValueOrDefault(column.Name)
                ?? (column.Allowed is { } allowed ? AllowedList.Of(allowed) : null);
            return new(
                column,
                title,
                list,
                column.Example ?? (list is { Values: [var first, ..] } ? first.Value : "")
            );
        }
    }
}
