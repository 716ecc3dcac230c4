using System.Security.Claims;
using Assessment.Scoring.Notices;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Views;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Scoring.Procedures;

/// <summary>An act, and what the audit log says of it.</summary>
/// <param name="Action">Of the audit.</param>
/// <param name="Said">Ids, counts and outcomes; no names.</param>
public sealed record ActDone(Act Act, string Action, object Said, string? Reason = null)
{
    /// <summary>The notice that the act puts up; null where it puts up none.</summary>
    public PostedNotice? Posted { get; init; }
}

/// <summary>One act at a time on a cycle: it is locked, the act is found lawful, and both records are written together.</summary>
public sealed class Acting(ScoringDb db, ProcedureStore procedures)
{
    /// <inheritdoc cref="OnAsync(Guid, ClaimsPrincipal, Func{CycleInProcedure, Task{ActDone}}, CancellationToken)"/>
    public Task<ProcedureView> OnAsync(
        Guid cycle,
        ClaimsPrincipal caller,
        Func<CycleInProcedure, ActDone> act,
        CancellationToken cancellationToken
    ) => OnAsync(cycle, caller, at => Task.FromResult(act(at)), cancellationToken);

    /// <param name="caller">Who acts.</param>
    /// <param name="act">Decides on the cycle where it stands; throws where the act is not lawful now.</param>
    /// <returns>Where the cycle stands after it.</returns>
    public async Task<ProcedureView> OnAsync(
        Guid cycle,
        ClaimsPrincipal caller,
        Func<CycleInProcedure, Task<ActDone>> act,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var at = await procedures.LockAsync(cycle, cancellationToken);
        var done = await act(at);
        procedures.Add(at, done.Act, caller.UserName(), done.Action, done.Said, done.Reason);
        var state = at.State.With(done.Act);
        at.Cycle.AdmitsCorrections = state.AdmitsCorrections;
        if (done.Posted is { } posted)
        {
            db.Notices.Add(posted);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ProcedureView.Of(at with { State = state });
    }
}

/// <summary>What has consequences is asked for in so many words.</summary>
internal static class Confirming
{
    /// <exception cref="ActMustBeConfirmed">The request does not say so.</exception>
    public static void MustBeTrue(this bool confirmed)
    {
        if (!confirmed)
        {
            throw new ActMustBeConfirmed();
        }
    }
}
