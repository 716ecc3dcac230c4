using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Campaigns;

/// <summary>The areas (居民区) of a cycle as Scoring last sent them.</summary>
public static class AreaList
{
    /// <summary>The areas by id; none before the first register has come.</summary>
    public static async Task<IReadOnlyDictionary<string, ListedArea>> AreasAsync(
        this SurveyDb db,
        Guid cycle,
        CancellationToken cancellationToken
    )
    {
        var register = await db
            .RegisterCopies.AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return (register?.Areas(cycle) ?? []).ToDictionary(area => area.Id);
    }
}
