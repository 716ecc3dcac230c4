using System.Security.Claims;
using Assessment.Audit;
using Assessment.Persistence.Files;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Procedures.Objections;

/// <summary>An objection as it is said.</summary>
/// <param name="Item">The item of the score, or the number of the event.</param>
public sealed record ObjectionSaid(
    ObjectionMatter Matter,
    string Subject,
    string? Item,
    string Text,
    string? Name,
    string? Contact,
    IReadOnlyList<Guid>? Files
);

/// <summary>An objection that was received: the act, and what its objector is given.</summary>
public sealed record Reception(ActDone Done, ObjectionReceipt Receipt);

/// <summary>Keeps what was objected, and knows who gave what is in dispute.</summary>
public sealed class ReceivedObjections(
    ScoringDb db,
    Standings standings,
    EvidenceFiles files,
    TimeProvider time
)
{
    /// <summary>Receives an objection; saved with the caller's changes.</summary>
    /// <param name="enteredBy">User name; null of a resident without an account.</param>
    /// <param name="codeHash">Of the receipt's code, where the resident has no account; else null.</param>
    public async Task<Reception> ReceiveAsync(
        CycleInProcedure at,
        ObjectionSaid said,
        Objector objector,
        string? enteredBy,
        byte[]? codeHash,
        CancellationToken cancellationToken
    )
    {
        var text = said.Text?.Trim();
        var item = Short(said.Item, Objection.ItemLength);
        if (
            text is not { Length: > 0 and <= Objection.TextLength }
            || (said.Matter is ObjectionMatter.Score or ObjectionMatter.Event && item is null)
        )
        {
            throw new ObjectionMustSayWhatItIsAbout(Objection.TextLength);
        }

        var evaluated = await standings.StandingAsync(at, cancellationToken);
        var now = time.GetUtcNow();
        var received = at.State.Receive(
            at.Today,
            Guid.CreateVersion7(now),
            said.Matter,
            said.Subject,
            evaluated.Standings
        );
        db.Objections.Add(
            new Objection
            {
                Id = received.Objection,
                Cycle = at.Cycle.Id,
                Number = received.Number,
                Matter = said.Matter,
                Subject = said.Subject,
                Item = item,
                Text = text,
                Files = [.. said.Files ?? []],
                Objector = objector,
                EnteredBy = enteredBy,
                Name = Short(said.Name, Objection.NameLength),
                Contact = Short(said.Contact, Objection.ContactLength),
                ReceivedAt = now,
                CodeHash = codeHash,
            }
        );
        return new Reception(
            new ActDone(
                received,
                AuditActions.ObjectionReceived,
                new
                {
                    received.Number,
                    received.Matter,
                    received.Subject,
                    Objector = objector,
                }
            ),
            new ObjectionReceipt(
                received.Number,
                ObjectionView.ReceiptOf(at.Cycle.Year, received.Number),
                received.Due
            )
        );
    }

    /// <summary>The objection rests on the files from now on.</summary>
    public Task AttachAsync(
        Guid cycle,
        ObjectionSaid said,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        files.AttachAsync(
            cycle,
            said.Files ?? [],
            said.Subject,
            department: null,
            caller,
            cancellationToken
        );

    public Task<List<Objection>> OfAsync(Guid cycle, CancellationToken cancellationToken) =>
        db
            .Objections.AsNoTracking()
            .Where(one => one.Cycle == cycle)
            .OrderBy(one => one.Number)
            .ToListAsync(cancellationToken);

    /// <exception cref="ObjectionIsUnknown">The cycle has no such objection.</exception>
    public async Task<Objection> OneAsync(
        Guid cycle,
        int number,
        CancellationToken cancellationToken
    ) =>
        await db
            .Objections.AsNoTracking()
            .SingleOrDefaultAsync(
                one => one.Cycle == cycle && one.Number == number,
                cancellationToken
            )
        ?? throw new ObjectionIsUnknown(number);

    /// <summary>User names of who gave, at any time, the score or the event that is in dispute.</summary>
    public async Task<IReadOnlySet<string>> GiversAsync(
        Objection objection,
        CancellationToken cancellationToken
    ) =>
        objection.Matter switch
        {
            ObjectionMatter.Score => await db
                .Ledger.AsNoTracking()
                .Where(entry =>
                    entry.Cycle == objection.Cycle
                    && entry.Subject == objection.Subject
                    && entry.Item == objection.Item
                    && entry.Source == Sources.Department
                    && entry.ReportedAt <= objection.ReceivedAt
                )
                .Select(entry => entry.ReportedBy)
                .ToHashSetAsync(cancellationToken),
            ObjectionMatter.Event => await db
                .Events.AsNoTracking()
                .Where(entry =>
                    entry.Cycle == objection.Cycle
                    && entry.EventId == objection.Item
                    && entry.ReportedAt <= objection.ReceivedAt
                )
                .Select(entry => entry.ReportedBy)
                .ToHashSetAsync(cancellationToken),
            _ => new HashSet<string>(),
        };

    private static string? Short(string? text, int longest) =>
        text?.Trim() is { Length: > 0 } said
            ? said.Length <= longest
                ? said
                : throw new ObjectionMustSayWhatItIsAbout(longest)
            : null;
}
