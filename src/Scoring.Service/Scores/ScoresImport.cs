using Assessment.Scoring.Areas;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Schemes;
using Assessment.ServiceDefaults.Imports;

namespace Assessment.Scoring.Scores;

/// <summary>Imports department scores and other facts that people enter, as the scheme asks for them.</summary>
public sealed class ScoresImport(
    CycleTurn turn,
    SchemeShelf shelf,
    Subjects subjects,
    FactLedger ledger,
    TimeProvider time
) : IImport
{
    public string Kind => "scores";

    public bool ForCycle => true;

    public IReadOnlyList<string> RequiredColumns { get; } = ["area", "item", "department", "score"];

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var cycle = await turn.TakeAsync(run.Job.Cycle, cancellationToken);
        cycle.State.AdmitEntries();
        var rules = new ScoreRules(
            await shelf.ReadAsync(cycle.Adoption, cancellationToken),
            await subjects.IdsAsync(cancellationToken)
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
        var added = await ledger.TakeAsync(cycle, reporter, scores, cancellationToken);
        run.Count("accepted", scores.Count);
        run.Count("changed", added);
    }
}
