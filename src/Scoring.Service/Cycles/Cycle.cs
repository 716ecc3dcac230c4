using System.Text.Json;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Cycles;

/// <summary>考核周期: one run of an adopted scheme for one year.</summary>
public sealed class Cycle : ITownshipOwned, ILockableRow
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    /// <summary>The adopted scheme, which stays the same whatever is adopted later.</summary>
    public Guid Adoption { get; init; }

    public string Scheme { get; init; } = "";

    public string SchemeVersion { get; init; } = "";

    public string Title { get; init; } = "";

    public int Year { get; init; }

    public CycleState State { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public string OpenedBy { get; init; } = "";

    /// <summary>When the newest final result was signed.</summary>
    public DateTimeOffset? FinalAt { get; set; }

    public string? FinalBy { get; set; }

    /// <summary>Grows with every change of the cycle's facts and events.</summary>
    public long FactsVersion { get; set; }

    /// <summary>Grows with every change of the cycle's registers; 1 when they were taken over.</summary>
    public long RegisterVersion { get; set; }

    /// <summary>What was taken over at its opening, <see cref="TakenOverAtOpening"/> as JSON.</summary>
    public string? TakenOverJson { get; private set; }

    public long LockCount { get; private set; }

    public void TakeOver(TakenOverAtOpening taken) =>
        TakenOverJson = JsonSerializer.Serialize(taken);

    public TakenOverAtOpening? TakenOver() =>
        TakenOverJson is null
            ? null
            : JsonSerializer.Deserialize<TakenOverAtOpening>(TakenOverJson);
}
