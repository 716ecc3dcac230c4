extern alias demo;
using System.Net;
using System.Text.Json.Nodes;
using Assessment.Testing.Hosts;
using demo::Assessment.Demo;

namespace Assessment.Scoring.Tests.Procedures.Kills;

/// <summary>
/// Somebody in front of a service that dies during each request, who does it again until it is answered. A refusal that
/// says that it is done already is the answer where an earlier one was lost.
/// </summary>
internal sealed class PatientPerson(MortalScoring scoring, SignedInPerson person) : ICaller
{
    private static readonly HashSet<string> DoneAlready =
    [
        "another-step-is-due",
        "cycle-is-frozen",
        "publicity-is-scheduled-already",
        "objection-is-at-another-stage",
        "correction-is-under-way",
        "correction-is-made-already",
    ];

    public async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var client = scoring.As(person);
        return await new Calling(client).GetAsync(path, cancellationToken);
    }

    public Task<JsonNode?> PostAsync(
        string path,
        object body,
        CancellationToken cancellationToken
    ) => PostAsync(path, body, () => Task.FromResult(false), cancellationToken);

    /// <summary>Posts what nothing refuses the second time: whoever does not know looks first.</summary>
    /// <param name="isThere">Whether an earlier request was heard.</param>
    public async Task<JsonNode?> PostAsync(
        string path,
        object body,
        Func<Task<bool>> isThere,
        CancellationToken cancellationToken
    )
    {
        var isLost = false;
        foreach (var moment in scoring.Moments.Of(path))
        {
            try
            {
                if (isLost && await isThere())
                {
                    return null;
                }

                return await scoring.DieAsync(
                    moment,
                    () => PostOnceAsync(path, body, cancellationToken)
                );
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException)
            {
                isLost = true;
            }
            catch (PlatformException refusal) when (isLost && IsDoneAlready(refusal))
            {
                return null;
            }
        }

        try
        {
            return await isThere() ? null : await PostOnceAsync(path, body, cancellationToken);
        }
        catch (PlatformException refusal) when (IsDoneAlready(refusal))
        {
            return null;
        }
    }

    /// <summary>While nobody dies.</summary>
    public async Task<JsonNode?> PostOnceAsync(
        string path,
        object body,
        CancellationToken cancellationToken
    )
    {
        using var client = scoring.As(person);
        return await new Calling(client).PostAsync(path, body, cancellationToken);
    }

    /// <summary>Each ticket of a test says that it was shown just now.</summary>
    public Task ShowSecondFactorAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsDoneAlready(PlatformException refusal) =>
        refusal.Status == HttpStatusCode.Conflict && DoneAlready.Contains(refusal.Code);
}
