using System.Security.Claims;
using Assessment.Audit;
using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Files;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Scores;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Reporter = Assessment.Scoring.Ledger.Reporter;

namespace Assessment.Scoring.Sheets;

/// <summary>A cell as somebody has filled it.</summary>
/// <param name="Value">Null takes back what was entered.</param>
/// <param name="Reason">Needed where what was signed changes.</param>
/// <param name="Version">The newest entry that the person saw; 0 where the cell was empty.</param>
/// <param name="Files">佐证文件: ids of uploaded files on which it rests; null leaves those there were.</param>
public sealed record CellAsked(
    string Subject,
    string Item,
    decimal? Value,
    string? Reason,
    long Version,
    IReadOnlyList<Guid>? Files = null
);

/// <summary>Takes a sheet's cells in, all or none. Whoever calls has locked the cycle and may enter.</summary>
public sealed class SheetSaving(
    ScoringDb db,
    FactLedger ledger,
    SheetStore sheets,
    RegisterReading registers,
    EvidenceFiles files,
    TimeProvider time
)
{
    /// <exception cref="SheetMustBeADraft">It is submitted or signed.</exception>
    /// <exception cref="CellsMustFitTheScheme">With a problem for each cell that does not.</exception>
    /// <exception cref="CellsHaveChanged">Somebody else was faster.</exception>
    public async Task SaveAsync(
        Cycle cycle,
        Scheme scheme,
        SheetSpec spec,
        IReadOnlyList<CellAsked> asked,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var begun = await sheets.OfAsync(cycle.Id, cancellationToken);
        var sheet = begun.GetValueOrDefault(spec.Key);
        if (sheet?.State.IsLocked() == true)
        {
            throw new SheetMustBeADraft($"{spec.Key}");
        }

        var newest = await ledger.OnSheetAsync(cycle.Id, spec.Key, cancellationToken);
        var filling = new Filling(
            new ScoreRules(
                scheme,
                await registers.SubjectsAsync(new RegisterScope(cycle.Id), cancellationToken),
                newest
            ),
            spec,
            newest,
            sheet?.CountsThrough ?? 0
        );
        filling.Read(asked);
        var reporter = new Reporter(
            cycle.Id,
            Sources.Department,
            caller.UserName(),
            time.GetUtcNow()
        );
        List<LedgerEntry> entries =
        [
            .. LedgerChanges.Additions(reporter, newest, filling.Entered),
            .. filling.TakenBack.Select(one =>
                LedgerChanges.Withdrawal(reporter, one.Entry, one.Reason)
            ),
        ];
        if (entries.Count == 0)
        {
            return;
        }

        await ledger.AddAsync(cycle, entries, cancellationToken);
        foreach (var rested in filling.Entered.Where(one => one.Files is { Count: > 0 }))
        {
            await files.AttachAsync(
                cycle.Id,
                rested.Files!,
                rested.Key.Subject,
                spec.Key.Department,
                caller,
                cancellationToken
            );
        }

        db.Record(SheetRecords.Saved(cycle.Id, spec.Key, entries));
    }

    /// <summary>Reads cell by cell and keeps what is wrong.</summary>
    private sealed class Filling(
        ScoreRules rules,
        SheetSpec spec,
        IReadOnlyDictionary<LedgerKey, LedgerEntry> newest,
        long countsThrough
    )
    {
        private readonly List<Problem> _problems = [];

        public List<Observation> Entered { get; } = [];

        public List<(LedgerEntry Entry, string? Reason)> TakenBack { get; } = [];

        public void Read(IReadOnlyList<CellAsked> asked)
        {
            var changed = new List<SheetCell>();
            foreach (var cell in asked)
            {
                try
                {
                    if (Read(cell) is { } faster)
                    {
                        changed.Add(faster);
                    }
                }
                catch (RowRefused refused)
                {
                    _problems.Add(
                        new Problem(
                            refused.Code,
                            refused.Message,
                            Line: null,
                            SheetCell.PlaceOf(cell.Subject, cell.Item)
                        )
                    );
                }
            }

            if (_problems.Count > 0)
            {
                throw new CellsMustFitTheScheme(_problems);
            }

            if (changed.Count > 0)
            {
                throw new CellsHaveChanged(changed);
            }
        }

        /// <returns>The cell as it is, where somebody else was faster.</returns>
        private SheetCell? Read(CellAsked cell)
        {
            var kind =
                spec.Items.FirstOrDefault(item => item.Item == cell.Item)
                ?? throw new RowRefused(
                    "item",
                    "unknownItem",
                    $"这张表上没有“{cell.Item}”这一项。"
                );
            var by = ScoreRules.ReporterOf(kind, spec.Key.Department);
            var period = spec.Key.Period.Length == 0 ? null : spec.Key.Period;
            var before = newest.GetValueOrDefault(
                new LedgerKey(cell.Subject, cell.Item, by, period)
            );
            var reason = Cleaned(cell.Reason);
            if (cell.Value is not { } value)
            {
                return before is null or { Withdrawn: true } ? null
                    : IsSeen(cell, before) ? TakeBack(before, reason)
                    : SheetReading.CellOf(before, NoneCounted);
            }

            var observed = rules.Read(
                new ScoreRow(
                    cell.Subject,
                    cell.Item,
                    spec.Key.Department,
                    period,
                    value,
                    reason ?? (before is { Withdrawn: false } ? before.Reason : null)
                ),
                "评分表"
            ) with
            {
                Files = cell.Files?.Distinct().ToList(),
            };
            if (before is { Withdrawn: false } && !before.DiffersFrom(observed))
            {
                return null;
            }

            if (!IsSeen(cell, before))
            {
                return SheetReading.CellOf(before!, NoneCounted);
            }

            if (before is { Withdrawn: false } && !before.IsSameScore(observed))
            {
                MustSayWhy(before, reason);
            }

            Entered.Add(observed);
            return null;
        }

        private static readonly Dictionary<(string, string), decimal> NoneCounted = [];

        private SheetCell? TakeBack(LedgerEntry before, string? reason)
        {
            MustSayWhy(before, reason);
            TakenBack.Add((before, reason));
            return null;
        }

        private static bool IsSeen(CellAsked cell, LedgerEntry? before) =>
            cell.Version == (before?.Id ?? 0);

        /// <summary>What has been signed once does not change without a word.</summary>
        private void MustSayWhy(LedgerEntry before, string? reason)
        {
            if (before.Id <= countsThrough && reason is null)
            {
                throw new RowRefused(
                    "reason",
                    Cells.Missing,
                    $"已签批的分数（{Normalization.Of(before.Value):0.####}）改动请写明理由。"
                );
            }
        }

        private static string? Cleaned(string? reason) =>
            reason?.Trim() is not { Length: > 0 } given ? null
            : given.Length <= LedgerEntry.ReasonLength ? given
            : throw new RowRefused(
                "reason",
                Cells.Invalid,
                $"理由超过 {LedgerEntry.ReasonLength} 个字。"
            );
    }
}
