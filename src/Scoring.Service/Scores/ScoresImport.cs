using Assessment.Imports;
using Assessment.Imports.Templates;
using Assessment.Imports.Undoing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Sheets;
using Assessment.Scoring.Storage;

namespace Assessment.Scoring.Scores;

/// <summary>Imports department scores and other facts that people enter, as the scheme asks for them.</summary>
public sealed class ScoresImport(
    ScoringDb db,
    SchemeStore schemes,
    RegisterReading registers,
    FactLedger ledger,
    ScoresUndo undoing,
    SheetStore sheets,
    TimeProvider time
) : IUndoableImport
{
    public string Kind => "scores";

    public string Title => "部门评分";

    public string About => "各部门对居民区、对工作人员的评分及测评汇总。";

    public bool ForCycle => true;

    public IReadOnlyList<ImportColumn> Columns => ScoreRow.Columns;

    public Task<string?> CycleTitleAsync(Guid cycle, CancellationToken cancellationToken) =>
        db.TitleOfCycleAsync(cycle, cancellationToken);

    public async Task<TemplateChoices> ChoicesAsync(
        TemplateRequest request,
        CancellationToken cancellationToken
    )
    {
        var scheme = await schemes.OfCycleAsync(request.Cycle, cancellationToken);
        var plan = CyclePlan.Of(scheme, scheme.Year);
        var kinds = scheme
            .FactKinds.Values.Where(kind => plan.CollectorOf(kind.Item) is null)
            .OrderBy(kind => kind.Item, StringComparer.Ordinal)
            .ToList();
        var sources = kinds
            .SelectMany(kind => kind.Sources)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new TemplateChoices(
            new Dictionary<string, AllowedList>
            {
                ["area"] = await registers.SubjectListAsync(
                    new RegisterScope(request.Cycle),
                    cancellationToken
                ),
                ["item"] = AllowedList.Of(
                    kinds.Select(kind => new AllowedValue(kind.Item, kind.Title))
                ),
                ["department"] = AllowedList.Of(sources) with
                {
                    IsComplete = !kinds.Exists(kind => kind.AnySource),
                },
                ["period"] = AllowedList.Of(
                    kinds
                        .SelectMany(kind => sources.Append(null).SelectMany(kind.PeriodsOf))
                        .Distinct(StringComparer.Ordinal)
                ),
            }
        );
    }

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var cycle = await db.LockCycleAsync(run.Job.Cycle, cancellationToken);
        cycle.AdmitEntries();
        var newest = await ledger.ScoresAsync(cycle.Id, subject: null, cancellationToken);
        var rules = new ScoreRules(
            await schemes.ReadAsync(cycle.Adoption, cancellationToken),
            await registers.SubjectsAsync(new RegisterScope(cycle.Id), cancellationToken),
            newest,
            await sheets.LockedAsync(cycle.Id, cancellationToken)
        );
        var scores = await run.ReadRowsAsync(
            row => rules.Check(ScoreRow.Read(row), $"{run.Job.FileName} 第 {row.Line} 行"),
            cancellationToken
        );
        var reporter = new Reporter(
            cycle.Id,
            Sources.Department,
            run.Job.UploadedBy,
            time.GetUtcNow()
        );
        var entries = await ledger.TakeAsync(cycle, reporter, newest, scores, cancellationToken);
        foreach (var entry in entries)
        {
            run.Brought(
                entry.Key.ToString(),
                LedgerPlace.Of(entry.Supersedes),
                new LedgerPlace(entry.Id)
            );
        }

        var added = entries.Count(entry => entry.Supersedes is null);
        run.CountAccepted(scores.Count, added, entries.Count - added);
    }

    public Task UndoAsync(ImportUndo undo, CancellationToken cancellationToken) =>
        undoing.RunAsync(undo, cancellationToken);
}
