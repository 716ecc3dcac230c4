using System.Globalization;
using System.Text.RegularExpressions;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Sheets;

/// <summary>What a workbook says, to be looked at before it is saved.</summary>
/// <param name="Cells">Those that are filled, with the versions that were there when the file was read.</param>
/// <param name="Problems">What was not understood, each at its place.</param>
public sealed record ReadSheet(IReadOnlyList<CellAsked> Cells, IReadOnlyList<Problem> Problems);

/// <summary>
/// 评分表模板: the sheet as a workbook and back. Each head names the item and what may be given, so that columns and rows can be
/// moved, sorted and left out; what is not understood is refused cell by cell, and nothing is guessed.
/// </summary>
public static partial class SheetFile
{
    private const string Name = "名称";
    private const string Area = "居民区";

    /// <summary>The workbook with what is entered so far, and a second sheet with the rules.</summary>
    public static byte[] Write(SheetView sheet)
    {
        var values = sheet.Cells.ToDictionary(
            cell => (cell.Subject, cell.Item),
            cell => cell.Value
        );
        return WorkbookWriter.Write(
            new Sheet(
                "评分表",
                [IdHead(sheet.Summary), Name, Area, .. sheet.Items.Select(Head)],
                sheet.Subjects.Select(subject =>
                    (IReadOnlyList<object?>)
                        [
                            subject.Id,
                            subject.Name,
                            subject.Area,
                            .. sheet.Items.Select(item =>
                                item.Of == subject.Kind
                                    ? values.GetValueOrDefault((subject.Id, item.Item))
                                    : null
                            ),
                        ]
                ),
                [24, 20, 16, .. sheet.Items.Select(_ => 22)]
            ),
            new Sheet(
                "填写说明",
                ["项目", "名称", "对象", "分值范围", "最小分差", "条款", "原文"],
                sheet.Items.Select(item =>
                    (IReadOnlyList<object?>)
                        [
                            item.Item,
                            item.Title,
                            item.Of == SubjectKind.Areas ? "居民区" : "工作人员",
                            RangeOf(item),
                            item.Step,
                            item.Clause,
                            item.Quote,
                        ]
                ),
                [14, 30, 12, 16, 12, 20, 60]
            )
        );
    }

    /// <summary>What the file says of this sheet.</summary>
    /// <exception cref="UnreadableFileException">It is no table.</exception>
    /// <exception cref="FileMustBeThisSheets">It is another sheet's, or no template at all.</exception>
    public static ReadSheet Read(byte[] content, SheetView sheet)
    {
        var table = TableReader.Read(content);
        if (table.Header.Count == 0 || table.Header[0] != IdHead(sheet.Summary))
        {
            throw new FileMustBeThisSheets(IdHead(sheet.Summary));
        }

        var problems = new List<Problem>();
        var columns = Columns(table, sheet, problems);
        var subjects = sheet.Subjects.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var versions = sheet.Cells.ToDictionary(
            cell => (cell.Subject, cell.Item),
            cell => cell.Version
        );
        var cells = new List<CellAsked>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (SubjectOf(row, table, subjects, seen, problems) is { } subject)
            {
                foreach (var (head, item) in columns)
                {
                    if (
                        row[head].Length > 0
                        && Value(row, head, subject, item, problems) is { } value
                    )
                    {
                        cells.Add(
                            new CellAsked(
                                subject.Id,
                                item.Item,
                                value,
                                Reason: null,
                                versions.GetValueOrDefault((subject.Id, item.Item))
                            )
                        );
                    }
                }
            }
        }

        return new ReadSheet(cells, problems);
    }

    private static string IdHead(SheetSummary sheet) =>
        sheet.PeriodTitle is null
            ? $"编号（{sheet.Department}）"
            : $"编号（{sheet.Department} {sheet.PeriodTitle}）";

    private static string Head(SheetItem item) => $"{item.Item} {item.Title}（{RangeOf(item)}）";

    private static string RangeOf(SheetItem item) =>
        item.Range is { } range ? $"{range.Least:0.####}–{range.Most:0.####}" : "不限";

    private static List<(string Head, SheetItem Item)> Columns(
        Table table,
        SheetView sheet,
        List<Problem> problems
    )
    {
        var items = sheet.Items.ToDictionary(item => item.Item, StringComparer.Ordinal);
        var columns = new List<(string, SheetItem)>();
        foreach (var head in table.Header.Skip(1).Where(head => head is not (Name or Area or "")))
        {
            if (!items.TryGetValue(head.Split(' ')[0], out var item))
            {
                problems.Add(
                    new Problem(
                        "unknownColumn",
                        $"表头“{head}”不是这张表的项目，该列没有读入。",
                        1,
                        head
                    )
                );
            }
            else if (columns.Exists(one => one.Item2 == item))
            {
                problems.Add(
                    new Problem(
                        "columnTwice",
                        $"项目“{item.Item}”有两列，“{head}”没有读入。",
                        1,
                        head
                    )
                );
            }
            else
            {
                columns.Add((head, item));
            }
        }

        return columns;
    }

    private static SheetSubject? SubjectOf(
        TableRow row,
        Table table,
        Dictionary<string, SheetSubject> subjects,
        HashSet<string> seen,
        List<Problem> problems
    )
    {
        var id = row[table.Header[0]];
        if (!subjects.TryGetValue(id, out var subject))
        {
            problems.Add(
                new Problem(
                    "unknownSubject",
                    $"没有编号为“{id}”的评分对象，该行没有读入。",
                    row.Line,
                    table.Header[0]
                )
            );
            return null;
        }

        if (row.Has(Name) && row[Name].Length > 0 && row[Name] != subject.Name)
        {
            problems.Add(
                new Problem(
                    "nameChanged",
                    $"编号“{id}”是“{subject.Name}”，表中写作“{row[Name]}”，该行没有读入。",
                    row.Line,
                    Name
                )
            );
            return null;
        }

        if (!seen.Add(id))
        {
            problems.Add(
                new Problem(
                    "subjectTwice",
                    $"“{subject.Name}”有两行，后一行没有读入。",
                    row.Line,
                    table.Header[0]
                )
            );
            return null;
        }

        return subject;
    }

    private static decimal? Value(
        TableRow row,
        string head,
        SheetSubject subject,
        SheetItem item,
        List<Problem> problems
    )
    {
        if (item.Of != subject.Kind)
        {
            problems.Add(
                new Problem(
                    "wrongSubject",
                    $"“{item.Title}”不评“{subject.Name}”，该格没有读入。",
                    row.Line,
                    SheetCell.PlaceOf(subject.Id, item.Item)
                )
            );
            return null;
        }

        if (
            Number().IsMatch(row[head])
            && decimal.TryParse(
                row[head],
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return value;
        }

        problems.Add(
            new Problem(
                "notANumber",
                $"“{row[head]}”不是数，该格没有读入。",
                row.Line,
                SheetCell.PlaceOf(subject.Id, item.Item)
            )
        );
        return null;
    }

    [GeneratedRegex(@"^-?\d{1,9}(\.\d{1,8})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
