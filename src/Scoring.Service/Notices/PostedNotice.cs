using Assessment.Persistence.Storage;
using Assessment.Scoring.Procedures;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Notices;

/// <summary>
/// 已张贴的告示: whose notice it is, so that whoever knows its address needs no account. What it shows is in the act that
/// put it up. Written once, with the act.
/// </summary>
public sealed class PostedNotice : ITownshipOwned, IWrittenOnce
{
    /// <summary>The longest 落款, in characters.</summary>
    public const int SignatureLength = 100;

    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Position of the step in the procedure, from 0.</summary>
    public int Step { get; init; }

    /// <summary>落款: who publicises.</summary>
    public string SignedBy { get; init; } = "";

    /// <summary>The day on which it was posted, by <see cref="ProcedureDay"/>.</summary>
    public DateOnly PostedOn { get; init; }

    /// <param name="signedBy">As the office wants it; the step's body, else the scheme's township where it is left out.</param>
    /// <exception cref="SignatureIsTooLong">It does not fit on the notice.</exception>
    public static PostedNotice Of(CycleInProcedure at, Guid notice, int step, string? signedBy)
    {
        var signature = string.IsNullOrWhiteSpace(signedBy)
            ? at.State.Procedure.Steps[step].By?.Title ?? at.Scheme.Township
            : signedBy.Trim();
        return signature.Length > SignatureLength
            ? throw new SignatureIsTooLong(SignatureLength)
            : new PostedNotice
            {
                Id = notice,
                Township = at.Cycle.Township,
                Cycle = at.Cycle.Id,
                Step = step,
                SignedBy = signature,
                PostedOn = at.Today,
            };
    }
}
