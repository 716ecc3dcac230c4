using Assessment.Engine.Forms;

namespace Assessment.Engine.Panels;

/// <summary>
/// Whether one sheet keeps to its panel and form. A sheet that does not is void as a whole (废票): on a page it cannot be
/// cast until it is mended, from paper it is reported.
/// </summary>
public sealed class SheetCheck(Panel panel, PanelRoll roll)
{
    /// <returns>What is wrong with the sheet alone, whatever others were cast.</returns>
    public FormReport Check(Sheet sheet)
    {
        var problems = new List<FormProblem>();
        CheckRater(sheet, problems);
        if (sheet.Marks.Count == 0)
        {
            problems.Add(new("sheet-empty", null, $"“{panel.Title}”的表里一个对象也没有评"));
        }

        var marks = new List<Mark>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mark in sheet.Marks)
        {
            if (Problem(mark, sheet, seen) is { } problem)
            {
                problems.Add(problem);
            }
            else
            {
                marks.Add(mark);
            }
        }
        var changes = new List<FormChange>();
        foreach (
            var kind in marks.GroupBy(mark => roll.Subjects[mark.Subject], StringComparer.Ordinal)
        )
        {
            var report = panel.Form.Check([.. kind]);
            problems.AddRange(report.Problems);
            changes.AddRange(report.Changes);
        }
        return new(problems, changes);
    }

    private void CheckRater(Sheet sheet, List<FormProblem> problems)
    {
        var problem = sheet.Rater is null
            ? panel.IsNamed
                ? new FormProblem(
                    "sheet-rater-missing",
                    null,
                    $"“{panel.Title}”是具名的，须写明评价人"
                )
                : null
            : !panel.IsNamed
                ? new("sheet-rater-told", null, $"“{panel.Title}”是无记名的，表上不能写评价人")
                : roll.Raters?.ContainsKey(sheet.Rater) == false
                    ? new(
                        "sheet-rater-unknown",
                        null,
                        $"“{sheet.Rater}”不是“{panel.Title}”的评价人"
                    )
                    : null;
        if (problem is not null)
        {
            problems.Add(problem);
        }

        if (
            panel.Raters.Classes.Count > 0
            && !panel.Raters.Classes.Any(one =>
                string.Equals(one.Id, sheet.RaterClass, StringComparison.Ordinal)
            )
        )
        {
            problems.Add(
                new(
                    "sheet-rater-class",
                    null,
                    $"须写明评价人的类别：{string.Join("、", panel.Raters.Classes.Select(one => one.Id))}"
                )
            );
        }
    }

    private FormProblem? Problem(Mark mark, Sheet sheet, HashSet<string> seen)
    {
        if (!roll.Subjects.ContainsKey(mark.Subject))
        {
            return new(
                "sheet-subject-unknown",
                mark.Subject,
                $"“{mark.Subject}”不是{(roll.Unit is { } unit ? $"“{unit}”" : "")}“{panel.Title}”的被评对象"
            );
        }

        if (!seen.Add(mark.Subject))
        {
            return new("sheet-subject-twice", mark.Subject, $"“{mark.Subject}”在一张表里评了两次");
        }

        var isSelf =
            sheet.Rater is { } rater
            && roll.Raters?.GetValueOrDefault(rater)?.Contains(mark.Subject, StringComparer.Ordinal)
                == true;
        return isSelf && panel.ExcludesSelf
                ? new("sheet-self", mark.Subject, $"“{mark.Subject}”不能评自己")
            : !isSelf && panel.Raters.From == RatersFrom.Subjects
                ? new(
                    "sheet-not-self",
                    mark.Subject,
                    $"“{panel.Title}”只评自己，“{sheet.Rater}”不能评“{mark.Subject}”"
                )
            : null;
    }
}
