using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Areas;

/// <summary>Everybody who can be assessed: areas and staff, whose ids never collide.</summary>
public sealed class Subjects(ScoringDb db)
{
    public async Task<SubjectIds> IdsAsync(CancellationToken cancellationToken) =>
        new(
            (await db.Areas.Select(area => area.Id).ToListAsync(cancellationToken)).ToHashSet(
                StringComparer.Ordinal
            ),
            (await db.Staff.Select(person => person.Id).ToListAsync(cancellationToken)).ToHashSet(
                StringComparer.Ordinal
            )
        );
}

/// <summary>The ids of those who can be assessed.</summary>
public sealed record SubjectIds(IReadOnlySet<string> Areas, IReadOnlySet<string> Staff)
{
    public bool Contains(string id) => Areas.Contains(id) || Staff.Contains(id);
}
