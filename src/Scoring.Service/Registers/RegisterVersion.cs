using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>How often the township's current registers were changed. Whoever changes them, or must not overlook a change, locks this row.</summary>
public sealed class RegisterVersion : ITownshipOwned, ILockableRow
{
    public string Township { get; set; } = "";

    /// <summary>Grows with every change; travels with <see cref="AreasChanged"/>.</summary>
    public long Version { get; set; }

    public long LockCount { get; private set; }
}

/// <summary>A scope that is locked for changing: what its version is, and how the others learn of it.</summary>
public sealed class LockedScope
{
    private readonly ScoringDb _db;
    private readonly RegisterVersion? _township;

    private LockedScope(ScoringDb db, RegisterVersion? township, Cycle? cycle)
    {
        _db = db;
        _township = township;
        Cycle = cycle;
    }

    /// <summary>Null for the township's current registers.</summary>
    public Cycle? Cycle { get; }

    public RegisterScope Scope => new(Cycle?.Id ?? Guid.Empty);

    /// <summary>Locks the scope until the caller's transaction ends: nobody else changes its registers meanwhile.</summary>
    public static async Task<LockedScope> OfAsync(
        ScoringDb db,
        RegisterScope scope,
        CancellationToken cancellationToken
    ) =>
        scope.IsCurrent
            ? new(db, await db.LockTownshipAsync<RegisterVersion>(cancellationToken), cycle: null)
            : new(db, township: null, await db.LockCycleAsync(scope.Cycle, cancellationToken));

    public static LockedScope Of(ScoringDb db, Cycle locked) => new(db, township: null, locked);

    /// <summary>Counts a change, and tells the other services where areas are concerned. The changed rows are saved.</summary>
    public async Task CountChangeAsync(
        bool areas,
        RegisterReading reading,
        CancellationToken cancellationToken
    )
    {
        var version = _township is not null ? ++_township.Version : ++Cycle!.RegisterVersion;
        if (areas)
        {
            _db.Send(
                new AreasChanged(
                    _db.Township!,
                    Cycle?.Id,
                    version,
                    [
                        .. (await reading.AreasAsync(Scope, cancellationToken)).Select(area =>
                            area.ToMessage()
                        ),
                    ]
                )
            );
        }
    }
}
