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

    /// <summary>Number of the newest final result, which stands until another is final; null where there is none.</summary>
    public int? FinalResult { get; set; }

    /// <summary>Whether facts may be put right although a result is pinned: for an objection, or a correction of the final result.</summary>
    public bool AdmitsCorrections { get; set; }

    /// <summary>演练: every step is real but nothing binds; it can be removed.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Of the cycles of the scheme and year: 1, and one more for each that was cancelled before.</summary>
    public int Run { get; init; } = 1;

    /// <summary>撤销: when it took effect; null where the cycle is not cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Who cancelled it, or agreed to it.</summary>
    public string? CancelledBy { get; private set; }

    /// <summary>Why, in the words of the office.</summary>
    public string? CancelledBecause { get; private set; }

    /// <summary>归档: since when it is out of the lists of what is going on; null where it is not.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    public string? ArchivedBy { get; set; }

    /// <summary>Whether departments' sheets count only when the leader in charge has signed; a scheme may demand it, too.</summary>
    public bool SheetsNeedSignature { get; set; } = true;

    /// <summary>Grows with every change of the cycle's facts and events that count.</summary>
    public long FactsVersion { get; set; }

    /// <summary>Grows with every change of the cycle's registers; 1 when they were taken over.</summary>
    public long RegisterVersion { get; set; }

    /// <summary>What was taken over at its opening, <see cref="TakenOverAtOpening"/> as JSON.</summary>
    public string? TakenOverJson { get; private set; }

    public long LockCount { get; private set; }

    /// <exception cref="CycleIsFinal">Its result is final; it can be corrected.</exception>
    public void Cancel(string because, string by, DateTimeOffset at)
    {
        State = State.Cancel();
        CancelledAt = at;
        CancelledBy = by;
        CancelledBecause = because;
    }

    public void TakeOver(TakenOverAtOpening taken) =>
        TakenOverJson = JsonSerializer.Serialize(taken);

    /// <summary>The administrator enters scores and events until the freezing, and afterwards what is found wrong.</summary>
    /// <exception cref="CycleIsFrozen">A result is pinned, and nobody looks into an objection to a fact.</exception>
    /// <exception cref="CycleIsFinal">The result is final, and no correction is open.</exception>
    public void AdmitEntries()
    {
        State.MustNotBeCancelled();
        if (!AdmitsCorrections)
        {
            State.AdmitEntries();
        }
    }

    /// <summary>Departments score from the start of scoring on, as <see cref="AdmitEntries"/> says.</summary>
    /// <exception cref="ScoringMustHaveBegun">The cycle is only open.</exception>
    public void AdmitDepartmentScores()
    {
        State.MustNotBeCancelled();
        if (!AdmitsCorrections)
        {
            State.AdmitDepartmentScores();
        }
    }

    public TakenOverAtOpening? TakenOver() =>
        TakenOverJson is null
            ? null
            : JsonSerializer.Deserialize<TakenOverAtOpening>(TakenOverJson);
}
