using System.Text.Json;
using Assessment.Archives.Content;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Events;
using Assessment.Scoring.Households;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.FinalFiles;

/// <summary>
/// What the registers, the ledgers and the audit log of a cycle give to its final file. The households, from which samples
/// were drawn, stay out, and so does what people wrote: reasons, evidence in words.
/// </summary>
public sealed class ArchivedRecords(ScoringDb db, AuditReading audit)
{
    public async Task<IReadOnlyList<ArchivedRegister>> RegistersAsync(
        Guid cycle,
        CancellationToken cancellationToken
    )
    {
        var rows = (
            await db
                .RegisterRows.AsNoTracking()
                .Where(row => row.Cycle == cycle)
                .OrderBy(row => row.Key)
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.Register, StringComparer.Ordinal);
        return
        [
            .. AllRegisters
                .InOrder.Where(register => register is not HouseholdsRegister)
                .Select(register => new ArchivedRegister(
                    register.Name,
                    register.Title,
                    [
                        .. rows[register.Name]
                            .OrderBy(row => row.Key, StringComparer.Ordinal)
                            .Select(RowOf),
                    ]
                )),
        ];
    }

    public async Task<IReadOnlyList<ArchivedFact>> LedgerAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .Ledger.AsNoTracking()
                .Where(entry => entry.Cycle == cycle)
                .OrderBy(entry => entry.Id)
                .ToListAsync(cancellationToken)
        ).ConvertAll(entry => new ArchivedFact(
            entry.Id,
            entry.Subject,
            entry.Item,
            entry.By,
            entry.Period,
            Normalization.Of(entry.Value),
            Normalization.Of(entry.Count),
            Normalization.Of(entry.Eligible),
            entry.Source,
            entry.ReportedBy,
            entry.ReportedAt,
            // Services that count give ids; with what people enter goes the name of their file.
            entry.Source == Sources.Department
                ? []
                : entry.Evidence,
            entry.Files,
            entry.Supersedes,
            entry.Withdrawn
        ));

    public async Task<IReadOnlyList<ArchivedEvent>> EventsAsync(
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .Events.AsNoTracking()
                .Where(entry => entry.Cycle == cycle)
                .OrderBy(entry => entry.Id)
                .ToListAsync(cancellationToken)
        ).ConvertAll(entry => new ArchivedEvent(
            entry.Id,
            entry.EventId,
            entry.Subject,
            entry.Rule,
            entry.Date,
            entry.ReportedBy,
            entry.ReportedAt,
            entry.Files,
            entry.Supersedes,
            JsonNamingPolicy.CamelCase.ConvertName($"{entry.Stage}"),
            entry.Risk
        ));

    public async Task<IReadOnlyList<string>> AuditLinesAsync(
        string township,
        Guid cycle,
        CancellationToken cancellationToken
    ) => [.. (await audit.OfCycleAsync(township, cycle, cancellationToken)).Select(AuditLine.Of)];

    private static ArchivedRow RowOf(RegisterRow row) =>
        new(
            row.Key,
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(row.State.ToString()),
            row.EndedOn,
            RowValues.Of(row.ContentJson)
        );
}
