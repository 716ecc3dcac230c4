using System.Collections.Concurrent;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Schemes;

/// <summary>Schemes that have been read, by version. A version is the hash of the rules, so what is kept never grows old.</summary>
public sealed class ReadSchemes
{
    private readonly ConcurrentDictionary<string, Scheme> _schemes = new(StringComparer.Ordinal);

    public Scheme Read(string version, string text) =>
        _schemes.GetOrAdd(
            version,
            static (_, yaml) => SchemeReader.Read(yaml, SchemeFiles.FileName),
            text
        );
}

/// <summary>The schemes that the township has adopted.</summary>
public sealed class SchemeStore(ScoringDb db, ReadSchemes read)
{
    public async Task<Scheme> ReadAsync(Guid adoption, CancellationToken cancellationToken)
    {
        var adopted = await db
            .Schemes.AsNoTracking()
            .SingleAsync(scheme => scheme.Id == adoption, cancellationToken);
        return read.Read(adopted.Version, adopted.Text);
    }

    /// <summary>The scheme that the cycle runs by.</summary>
    public async Task<Scheme> OfCycleAsync(Guid cycle, CancellationToken cancellationToken) =>
        await ReadAsync(
            await db
                .Cycles.Where(known => known.Id == cycle)
                .Select(known => known.Adoption)
                .SingleAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>Of each adopted scheme the newest adoption.</summary>
    public async Task<List<Scheme>> NewestAsync(CancellationToken cancellationToken) =>
        [
            .. (await db.Schemes.AsNoTracking().ToListAsync(cancellationToken))
                .GroupBy(adopted => adopted.SchemeId, StringComparer.Ordinal)
                .Select(group => group.MaxBy(adopted => adopted.AdoptedAt)!)
                .OrderBy(adopted => adopted.SchemeId, StringComparer.Ordinal)
                .Select(adopted => read.Read(adopted.Version, adopted.Text)),
        ];

    /// <summary>An adoption of a scheme, the newest one unless a version is named; null where there is none.</summary>
    public Task<AdoptedScheme?> FindAsync(
        string scheme,
        string? version,
        CancellationToken cancellationToken
    ) =>
        db
            .Schemes.AsNoTracking()
            .Where(adopted =>
                adopted.SchemeId == scheme && (version == null || adopted.Version == version)
            )
            .OrderByDescending(adopted => adopted.AdoptedAt)
            .FirstOrDefaultAsync(cancellationToken);
}
