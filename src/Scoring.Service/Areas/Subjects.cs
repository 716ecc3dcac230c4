using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Areas;

/// <summary>Everybody who can be assessed: areas and staff, whose ids never collide.</summary>
public sealed class Subjects(ScoringDb db)
{
    public async Task<IReadOnlySet<string>> IdsAsync(CancellationToken cancellationToken)
    {
        var ids = await db.Areas.Select(area => area.Id).ToListAsync(cancellationToken);
        ids.AddRange(await db.Staff.Select(person => person.Id).ToListAsync(cancellationToken));
        return ids.ToHashSet(StringComparer.Ordinal);
    }
}
