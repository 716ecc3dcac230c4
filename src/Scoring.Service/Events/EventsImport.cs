using Assessment.Imports;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;

namespace Assessment.Scoring.Events;

/// <summary>Imports events: honours, penalties, vetoes, waivers.</summary>
public sealed class EventsImport(
    ScoringDb db,
    SchemeStore schemes,
    RegisterReading registers,
    EventLedger ledger
) : IImport
{
    public string Kind => "events";

    public string Title => "加分减分事项";

    public string About => "荣誉、处分等有据可查的事项。编号相同的，以后导入的为准。";

    public bool ForCycle => true;

    public IReadOnlyList<ImportColumn> Columns => EventRow.Columns;

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var cycle = await db.LockCycleAsync(run.Job.Cycle, cancellationToken);
        cycle.State.AdmitEntries();
        var rules = new EventRules(
            await schemes.ReadAsync(cycle.Adoption, cancellationToken),
            await registers.SubjectsAsync(new RegisterScope(cycle.Id), cancellationToken)
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
