using System.Security.Claims;
using Assessment.Persistence.Files;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Files;

/// <summary>
/// Who sees which evidence. The administrator and the leader see all of it; departments what they uploaded and what the
/// entries in their name rest on, or the applications that they check; an area what it uploaded and, once the result is
/// final and not before, what its own entries rest on: evidence tells of scores.
/// </summary>
internal sealed class ScoringFileAccess(ScoringDb db) : IFileAccess
{
    public async Task AdmitUploadAsync(
        Guid cycle,
        FilePurpose purpose,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var asked =
            await db
                .Cycles.AsNoTracking()
                .SingleOrDefaultAsync(known => known.Id == cycle, cancellationToken)
            ?? throw new NothingIsThere();
        asked.State.MustNotBeCancelled();
        // Minutes come of what is decided on the results, also afterwards.
        if (purpose == FilePurpose.Evidence)
        {
            // An objection may rest on files, too.
            if (asked.State != CycleState.Frozen)
            {
                asked.AdmitEntries();
            }
        }
        else if (!caller.IsInRole(Roles.TownshipAdministrator))
        {
            throw new MinutesMustComeFromTheAdministrator();
        }
    }

    public IQueryable<StoredFile> SeenBy(ClaimsPrincipal caller, IQueryable<StoredFile> files)
    {
        if (caller.IsInAnyRole(Roles.TownshipAdministrator, Roles.Leader))
        {
            return files;
        }

        var attachments = db.FileAttachments;
        var own = caller.IsInAnyRole(Roles.DepartmentScorer, Roles.Area) ? caller.UserName() : null;
        var departments = caller.Departments().ToList();
        var area = caller.IsInRole(Roles.Area) ? caller.Area() : null;
        // Of several duties, what either shows.
        return files.Where(file =>
            (
                own != null
                && (
                    file.UploadedBy == own
                    || attachments.Any(attachment =>
                        attachment.File == file.Id && departments.Contains(attachment.Department!)
                    )
                )
            )
            || (
                area != null
                && file.Purpose == FilePurpose.Evidence
                && attachments.Any(attachment =>
                    attachment.File == file.Id && attachment.Subject == area
                )
                && db.Cycles.Any(cycle => cycle.Id == file.Cycle && cycle.State == CycleState.Final)
            )
        );
    }
}
