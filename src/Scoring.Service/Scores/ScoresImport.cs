using Assessment.Imports;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;

namespace Assessment.Scoring.Scores;

/// <summary>Imports department scores and other facts that people enter, as the scheme asks for them.</summary>
public sealed class ScoresImport(
    ScoringDb db,
    SchemeStore schemes,
    RegisterReading registers,
    FactLedger ledger,
    TimeProvider time
) : IImport
{
    public string Kind => "scores";

    public string Title => "部门评分";

    public string About => "各部门对居民区、对工作人员的评分及测评汇总。";

    public bool ForCycle => true;

    public IReadOnlyList<ImportColumn> Columns => ScoreRow.Columns;

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var cycle = await db.LockCycleAsync(run.Job.Cycle, cancellationToken);
        cycle.State.AdmitEntries();
        var newest = await ledger.ScoresAsync(cycle.Id, subject: null, cancellationToken);
        var rules = new ScoreRules(
            await schemes.ReadAsync(cycle.Adoption, cancellationToken),
            await registers.SubjectsAsync(new RegisterScope(cycle.Id), cancellationToken),
            newest
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
        var added = await ledger.TakeAsync(cycle, reporter, newest, scores, cancellationToken);
        run.Count("accepted", scores.Count);
        run.Count("changed", added);
    }
}
