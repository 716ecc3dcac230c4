using System.Security.Claims;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Ledger;

/// <summary>An entry of the ledger as people see it.</summary>
/// <param name="Current">Whether it holds: nothing supersedes it, and it is no withdrawal.</param>
/// <param name="Files">佐证文件: ids of the files on which it rests.</param>
public sealed record LedgerEntryView(
    long Id,
    string Subject,
    string Item,
    string? By,
    string? Period,
    decimal Value,
    decimal? Count,
    decimal? Eligible,
    IReadOnlyList<string> Evidence,
    string? Reason,
    string Source,
    string ReportedBy,
    DateTimeOffset ReportedAt,
    long? Supersedes,
    bool Withdrawn,
    bool Current,
    IReadOnlyList<Guid> Files
)
{
    /// <param name="superseded">Whether another entry has taken its place.</param>
    public static LedgerEntryView Of(LedgerEntry entry, bool superseded) =>
        new(
            entry.Id,
            entry.Subject,
            entry.Item,
            entry.By,
            entry.Period,
            Normalization.Of(entry.Value),
            Normalization.Of(entry.Count),
            Normalization.Of(entry.Eligible),
            entry.Evidence,
            entry.Reason,
            entry.Source,
            entry.ReportedBy,
            entry.ReportedAt,
            entry.Supersedes,
            entry.Withdrawn,
            !entry.Withdrawn && !superseded,
            entry.Files
        );
}

/// <summary>The ledger with its history: what holds, what it took the place of, who reported it and when.</summary>
public static class LedgerEndpoints
{
    private const int Most = 2000;

    public static void MapLedger(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/scoring/cycles/{id:guid}/facts", ListAsync)
            .WithName("ListFacts")
            .WithTags("facts")
            .WithSummary("事实台账，含历次更正，最新在前；改分、撤回时以该项最新一条的 id 为版本")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireTownshipRoles(Roles.TownshipAdministrator, Roles.DepartmentScorer);

    private static async Task<List<LedgerEntryView>> ListAsync(
        Guid id,
        string? subject,
        string? item,
        ScoringDb db,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!await db.Cycles.AnyAsync(cycle => cycle.Id == id, cancellationToken))
        {
            throw new NothingIsThere();
        }

        // A department sees what it scored itself, and nobody else's.
        var departments = caller.IsInRole(Roles.TownshipAdministrator)
            ? null
            : caller.Departments().ToList();
        var entries = await db
            .Ledger.AsNoTracking()
            .Where(entry => entry.Cycle == id)
            .Where(entry => subject == null || entry.Subject == subject)
            .Where(entry => item == null || entry.Item == item)
            .Where(entry => departments == null || departments.Contains(entry.By!))
            .OrderByDescending(entry => entry.Id)
            .Take(Most)
            .Select(entry => new
            {
                Entry = entry,
                Superseded = db.Ledger.Any(later => later.Supersedes == entry.Id),
            })
            .ToListAsync(cancellationToken);
        return entries.ConvertAll(row => LedgerEntryView.Of(row.Entry, row.Superseded));
    }
}
