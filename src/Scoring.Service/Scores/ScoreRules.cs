using Assessment.Contracts;
using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Sheets;

namespace Assessment.Scoring.Scores;

/// <summary>Decides whether a score (科室评分) can be taken in: what no rule of the scheme would read is refused, not kept silently.</summary>
/// <param name="newest">The newest entry of each score that there is, withdrawals included.</param>
/// <param name="locked">The sheets on which nothing can be changed; null where somebody else looks after them.</param>
public sealed class ScoreRules(
    Scheme scheme,
    SubjectIds subjects,
    IReadOnlyDictionary<LedgerKey, LedgerEntry> newest,
    LockedSheets? locked = null
)
{
    private readonly CollectionPlan _plan = CyclePlan.Of(scheme, scheme.Year);
    private readonly HashSet<string> _lines = scheme
        .Collection.Lines.Select(line => line.Id)
        .ToHashSet(StringComparer.Ordinal);

    /// <param name="evidence">Where the score is documented.</param>
    /// <exception cref="RowRefused">The scheme has no place for it, or it does not say why it changes another.</exception>
    public Observation Check(ScoreRow row, string evidence) => CheckReason(Read(row, evidence));

    /// <summary>What the row says, whatever was scored before.</summary>
    /// <param name="evidence">Where the score is documented.</param>
    /// <exception cref="RowRefused">The scheme has no place for it.</exception>
    public Observation Read(ScoreRow row, string evidence)
    {
        var kind = KindOf(row);
        if (_plan.CollectorOf(row.Item) is { } collector)
        {
            throw new RowRefused(
                "item",
                "collectedElsewhere",
                $"“{row.Item}”由{collector.Title}自动汇总，不能在此录入。"
            );
        }

        var key = Fit(row, kind);
        var sheet = SheetKey.Of(kind, key.By, key.Period);
        var observed = new Observation(
            key,
            Observation.Storable(row.Score),
            Storable(row.Count),
            Storable(row.Eligible),
            [row.Department is null ? evidence : $"{row.Department}：{evidence}"],
            string.IsNullOrWhiteSpace(row.Reason) ? null : row.Reason.Trim()
        )
        {
            Sheet = sheet?.Department,
        };
        // The same again changes nothing, on whatever sheet.
        return locked?.Contains(sheet) == true && !IsThere(observed)
            ? throw new RowRefused(
                "department",
                "sheetIsLocked",
                $"{sheet}的评分表已经提交或签批，不能再改；确需更改的，请分管领导退回或重开。"
            )
            : observed;
    }

    private bool IsThere(Observation observed) =>
        newest.GetValueOrDefault(observed.Key) is { Withdrawn: false } there
        && !there.DiffersFrom(observed);

    /// <summary>Where the ledger keeps such a number, whoever brings it.</summary>
    /// <exception cref="RowRefused">The scheme has no place for it.</exception>
    public LedgerKey Place(ScoreRow row) => Fit(row, KindOf(row));

    private FactKind KindOf(ScoreRow row)
    {
        if (!subjects.Contains(row.Area))
        {
            throw new RowRefused(
                "area",
                "unknownArea",
                $"没有编号为“{row.Area}”的居民区或工作人员。"
            );
        }

        return scheme.FactKinds.TryGetValue(row.Item, out var kind)
            ? kind
            : throw new RowRefused("item", "unknownItem", $"方案中没有“{row.Item}”这一项。");
    }

    private LedgerKey Fit(ScoreRow row, FactKind kind)
    {
        CheckSubject(row, kind);
        if (kind.Range?.Contains(row.Score) == false)
        {
            throw new RowRefused(
                "score",
                "outOfRange",
                $"“{row.Item}”的分值应在 {kind.Range.Least:0.####} 至 {kind.Range.Most:0.####} 之间，现为 {row.Score:0.####}。"
            );
        }

        if (!kind.IsOnStep(row.Score))
        {
            throw new RowRefused(
                "score",
                "notOnStep",
                $"“{row.Item}”应按 {kind.Step:0.####} 递增，现为 {row.Score:0.####}。"
            );
        }

        CheckTurnout(row);
        var by = CheckReporter(row, kind);
        CheckPeriod(row, kind.PeriodsOf(by));
        return new LedgerKey(row.Area, row.Item, by, row.Period);
    }

    /// <summary>
    /// 改分请写明理由: another score in the place of one that was there, or was withdrawn, says why. The reason that the
    /// former one had explains the former one.
    /// </summary>
    /// <returns>The observation.</returns>
    /// <exception cref="RowRefused">It does not.</exception>
    public Observation CheckReason(Observation observed)
    {
        if (
            !newest.TryGetValue(observed.Key, out var before)
            || before is { Withdrawn: true, Undoes: not null }
            || (!before.Withdrawn && before.IsSameScore(observed))
            || (observed.Reason is not null && observed.Reason != before.Reason)
        )
        {
            return observed;
        }

        throw new RowRefused(
            "reason",
            Cells.Missing,
            before.Withdrawn
                ? "该项评分已撤回，重新评分请写明理由。"
                : $"改分请写明理由（原为 {Normalization.Of(before.Value):0.####}）。"
        );
    }

    private static decimal? Storable(decimal? number) =>
        number is { } given ? Observation.Storable(given) : null;

    /// <summary>The engine refuses a whole calculation because of a person's score that is an area's.</summary>
    private void CheckSubject(ScoreRow row, FactKind kind)
    {
        var person = subjects.Staff.Contains(row.Area);
        if (person ? !kind.OfStaff : !kind.OfAreas)
        {
            throw new RowRefused(
                "area",
                "wrongSubject",
                person
                    ? $"“{row.Item}”评的是居民区，“{row.Area}”是工作人员。"
                    : $"“{row.Item}”评的是工作人员，“{row.Area}”是居民区。"
            );
        }
    }

    private static void CheckTurnout(ScoreRow row)
    {
        CheckPeople("count", "实际参加人数", row.Count);
        CheckPeople("eligible", "应参加人数", row.Eligible);
        if (row.Count > row.Eligible)
        {
            throw new RowRefused(
                "count",
                "outOfRange",
                $"实际参加 {row.Count:0.####} 人，多于应参加的 {row.Eligible:0.####} 人。"
            );
        }
    }

    private static void CheckPeople(string column, string title, decimal? number)
    {
        if (number is < 0 || number % 1 is not (null or 0))
        {
            throw new RowRefused(
                column,
                Cells.Invalid,
                $"{title}应为不小于 0 的整数，现为 {number:0.####}。"
            );
        }
    }

    /// <summary>
    /// Under whose name the ledger keeps a score: nobody's where the scheme tells no reporters apart; and where only one
    /// can have scored, nobody has to say who.
    /// </summary>
    /// <returns>Null also where several could have scored and nobody is named.</returns>
    public static string? ReporterOf(FactKind kind, string? department) =>
        kind.Sources.Count == 0 && !kind.AnySource
            ? null
            : department ?? (kind.Sources.Count == 1 ? kind.Sources[0] : null);

    private string? CheckReporter(ScoreRow row, FactKind kind)
    {
        if (kind.Sources.Count == 0 && !kind.AnySource)
        {
            return null;
        }

        var reporter =
            ReporterOf(kind, row.Department)
            ?? throw new RowRefused("department", Cells.Missing, "“department”不能为空。");
        return kind.AnySource || kind.Sources.Contains(reporter, StringComparer.Ordinal)
            ? reporter
            : throw new RowRefused(
                "department",
                "wrongDepartment",
                $"“{row.Item}”由{string.Join("、", kind.Sources)}{(_lines.Contains(row.Item) ? "评分" : "填报")}，“{reporter}”不能评。"
            );
    }

    private static void CheckPeriod(ScoreRow row, IReadOnlyList<string> periods)
    {
        if (
            periods.Count == 0
                ? row.Period is not null
                : !periods.Contains(row.Period, StringComparer.Ordinal)
        )
        {
            var allowed = periods.Count == 0 ? "（空）" : string.Join("、", periods);
            throw new RowRefused(
                "period",
                "unknownPeriod",
                $"“{row.Item}”的期次应为{allowed}，现为“{row.Period ?? "（空）"}”。"
            );
        }
    }
}
