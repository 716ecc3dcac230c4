using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Payout.Storage;
using Assessment.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Sheets;

/// <summary>The township's sheets. Whoever adds to them has locked the township, and saves.</summary>
public sealed class SheetStore(PayoutDb db, TimeProvider time)
{
    /// <summary>The sheet that holds: the cycle's newest.</summary>
    public static Task<PayoutSheet?> CurrentAsync(
        PayoutDb db,
        Guid cycle,
        CancellationToken cancellationToken
    ) =>
        db
            .Sheets.AsNoTracking()
            .Include(sheet => sheet.Lines.OrderBy(line => line.Position))
            .Where(sheet => sheet.Cycle == cycle)
            .OrderByDescending(sheet => sheet.Number)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>A publication that is not newer than the one the current sheet was made from changes nothing.</summary>
    public async Task FinalizedAsync(
        AssessmentFinalized publication,
        CancellationToken cancellationToken
    )
    {
        var current = await CurrentAsync(db, publication.Cycle, cancellationToken);
        if (current?.Publication >= publication.Version)
        {
            return;
        }

        Add(
            SheetFactory.Of(
                publication,
                await BasesAsync(cancellationToken),
                (current?.Number ?? 0) + 1,
                time.GetUtcNow()
            ),
            current
        );
    }

    /// <summary>
    /// Bases that came in after a publication say amounts that could not be said. An amount that was said stays, or
    /// next year's bases would change what has been paid.
    /// </summary>
    public async Task BasesChangedAsync(CancellationToken cancellationToken)
    {
        var bases = await BasesAsync(cancellationToken);
        foreach (
            var cycle in await db
                .Sheets.Select(sheet => sheet.Cycle)
                .Distinct()
                .ToListAsync(cancellationToken)
        )
        {
            var current = (await CurrentAsync(db, cycle, cancellationToken))!;
            if (current.Lines.TrueForAll(line => line.Amount is not null))
            {
                continue;
            }

            var again = SheetFactory.Of(
                current.ReadPublication(),
                bases,
                current.Number + 1,
                time.GetUtcNow()
            );
            again.Keep(current);
            if (
                !again
                    .Lines.Zip(current.Lines)
                    .All(lines => lines.First.SaysTheSameAs(lines.Second))
            )
            {
                Add(again, current);
            }
        }
    }

    /// <summary>The audit log has counts and digests, and no amount.</summary>
    private void Add(PayoutSheet sheet, PayoutSheet? before)
    {
        db.Sheets.Add(sheet);
        db.Record(
            new AuditedChange(
                AuditActions.SheetMade,
                $"sheet:{sheet.Cycle}/{sheet.Number}",
                sheet.Cycle,
                Before: before is null ? null : Of(before),
                After: Of(sheet)
            )
        );
    }

    private static object Of(PayoutSheet sheet) =>
        new
        {
            sheet.Number,
            sheet.Publication,
            sheet.Digest,
            Lines = sheet.Lines.Count,
            WithoutAmount = sheet.Lines.Count(line => line.Amount is null),
        };

    private Task<Dictionary<string, decimal>> BasesAsync(CancellationToken cancellationToken) =>
        db.Bases.ToDictionaryAsync(row => row.Person, row => row.Base, cancellationToken);
}
