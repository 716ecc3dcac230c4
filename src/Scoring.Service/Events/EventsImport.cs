using System.Globalization;
using Assessment.Imports;
using Assessment.Imports.Templates;
using Assessment.Imports.Undoing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Risks;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

/// <summary>Imports events: honours, penalties, vetoes, waivers.</summary>
public sealed class EventsImport(
    ScoringDb db,
    SchemeStore schemes,
    RegisterReading registers,
    RiskRegister risks,
    EventReading reading,
    EventLedger ledger,
    EventsUndo undoing
) : IUndoableImport
{
    public string Kind => "events";

    public string Title => "加分减分事项";

    public string About =>
        "荣誉、处分等有据可查的事项。导入即申报，按方案核实、核准后计入；只由牵头办公室登记的，导入即计入。编号相同的，以后导入的为准。";

    public bool ForCycle => true;

    public IReadOnlyList<ImportColumn> Columns => EventRow.Columns;

    public Task<string?> CycleTitleAsync(Guid cycle, CancellationToken cancellationToken) =>
        db.TitleOfCycleAsync(cycle, cancellationToken);

    public async Task<TemplateChoices> ChoicesAsync(
        TemplateRequest request,
        CancellationToken cancellationToken
    )
    {
        var scheme = await schemes.OfCycleAsync(request.Cycle, cancellationToken);
        var rules = scheme.Collection.Events;
        return new TemplateChoices(
            new Dictionary<string, AllowedList>
            {
                ["subject"] = await registers.SubjectListAsync(
                    new RegisterScope(request.Cycle),
                    cancellationToken
                ),
                ["rule"] = AllowedList.Of(
                    rules.Select(rule => new AllowedValue(rule.Id, rule.Title))
                ),
                ["level"] = AllowedList.Of(
                    rules
                        .SelectMany(rule => rule.Levels)
                        .Select(level => level.Id)
                        .Distinct(StringComparer.Ordinal)
                ),
                ["item"] = AllowedList.Of(scheme.VoidableItems.Order(StringComparer.Ordinal)),
                ["waiver"] = AllowedList.Of(
                    rules
                        .SelectMany(rule => rule.Waiver?.Shares ?? [])
                        .Distinct()
                        .Order()
                        .Select(share => share.ToString("0.####", CultureInfo.InvariantCulture))
                ),
                ["risk"] = AllowedList.Of(
                    await risks
                        .Newest(request.Cycle)
                        .Where(risk => risk.State == RiskState.Approved)
                        .Select(risk => risk.Number)
                        .Order()
                        .ToListAsync(cancellationToken)
                ),
            }
        );
    }

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var cycle = await db.LockCycleAsync(run.Job.Cycle, cancellationToken);
        cycle.AdmitEntries();
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var rules = context.Rules;
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
        var entries = await ledger.TakeAsync(
            cycle,
            [.. events.Select(row => OfFile(row, context, run.Job.UploadedBy))],
            cancellationToken
        );
        foreach (var entry in entries)
        {
            run.Brought(entry.EventId, LedgerPlace.Of(entry.Supersedes), new LedgerPlace(entry.Id));
        }

        var added = entries.Count(entry => entry.Supersedes is null);
        run.CountAccepted(events.Count, added, entries.Count - added);
    }

    private static EventOfFile OfFile(EventRow row, EventContext context, string by)
    {
        var rule = context.FindRule(row.Rule)!;
        return new(
            row,
            new(
                EventHands.PartyOfFile(rule, context.AreaOf.GetValueOrDefault(row.Subject)),
                by,
                ByOffice: true
            ),
            EventContext.StageOf(rule, confirmed: false)
        );
    }

    public Task UndoAsync(ImportUndo undo, CancellationToken cancellationToken) =>
        undoing.RunAsync(undo, cancellationToken);
}
