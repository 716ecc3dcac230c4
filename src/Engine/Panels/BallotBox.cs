using Assessment.Engine.Forms;

namespace Assessment.Engine.Panels;

/// <summary>
/// 票箱: takes the sheets of one panel and unit in the order in which they were cast. Each person casts one, and no more
/// are taken than people are entitled.
/// </summary>
public sealed class BallotBox(Panel panel, PanelRoll roll)
{
    private readonly SheetCheck _check = new(panel, roll);
    private readonly Dictionary<string, Sheet> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _raters = new(StringComparer.Ordinal);
    private readonly List<Sheet> _valid = [];

    /// <summary>The sheets that count, in the order in which they were cast.</summary>
    public IReadOnlyList<Sheet> Valid => _valid;

    public Panel Panel => panel;

    public PanelRoll Roll => roll;

    /// <returns>
    /// Why the sheet does not count; no problem where it does, or where it is there already to the letter and nothing changes.
    /// </returns>
    public FormReport Cast(Sheet sheet)
    {
        if (_numbers.TryGetValue(sheet.Number, out var before))
        {
            return before.IsSameAs(sheet)
                ? new([], [])
                : Void(
                    "sheet-number-used",
                    $"编号“{sheet.Number}”的表已经有了，内容不同，不能再收"
                );
        }

        var report = _check.Check(sheet);
        if (!report.IsKept)
        {
            return report;
        }

        if (sheet.Rater is { } rater && _raters.Contains(rater))
        {
            return Void("sheet-rater-twice", $"“{rater}”已经评过，每人一张表");
        }

        if (_valid.Count >= roll.Entitled)
        {
            return Void(
                "sheet-over-entitled",
                $"应参加 {roll.Entitled} 人，有效的表已有 {_valid.Count} 张，不能再收"
            );
        }

        _numbers.Add(sheet.Number, sheet);
        _valid.Add(sheet);
        if (sheet.Rater is not null)
        {
            _raters.Add(sheet.Rater);
        }

        return report;
    }

    private static FormReport Void(string code, string message) =>
        new([new FormProblem(code, null, message)], []);
}
