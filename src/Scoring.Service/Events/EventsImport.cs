using Assessment.Scoring.Areas;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Schemes;
using Assessment.ServiceDefaults.Imports;

namespace Assessment.Scoring.Events;

/// <summary>Imports events: honours, penalties, vetoes, waivers.</summary>
public sealed class EventsImport(
    CycleTurn turn,
    SchemeShelf shelf,
    Subjects subjects,
    EventLedger ledger
) : IImport
{
    public string Kind => "events";

    public bool ForCycle => true;

    public IReadOnlyList<string> RequiredColumns { get; } = ["id", "subject", "rule", "date"];

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var cycle = await turn.TakeAsync(run.Job.Cycle, cancellationToken);
        cycle.State.AdmitEntries();
        var rules = new EventRules(
            await shelf.ReadAsync(cycle.Adoption, cancellationToken),
            await subjects.IdsAsync(cancellationToken)
        );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var events = await run.ReadRowsAsync(
            row =>
            {
                var happened = rules.Check(EventRow.Read(row));
                return seen.Add(happened.Id)
                    ? happened
                    : throw new RowRefused(
                        "id",
                        "duplicateId",
                        $"编号“{happened.Id}”在文件中重复。"
                    );
            },
            cancellationToken
        );
        run.Count("accepted", events.Count);
        run.Count(
            "changed",
            await ledger.TakeAsync(cycle, events, run.Job.UploadedBy, cancellationToken)
        );
    }
}
