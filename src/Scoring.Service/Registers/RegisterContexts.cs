using Assessment.Scoring.Cycles;
using Assessment.Scoring.Schemes;

namespace Assessment.Scoring.Registers;

/// <summary>Puts together what rows of a scope are checked against.</summary>
internal sealed class RegisterContexts(RegisterReading reading, SchemeStore schemes)
{
    /// <param name="cycle">The scope's; null for the township's current registers.</param>
    public async Task<RegisterContext> OfAsync(Cycle? cycle, CancellationToken cancellationToken)
    {
        var scope = new RegisterScope(cycle?.Id ?? Guid.Empty);
        return new RegisterContext(
            (await reading.AreasAsync(scope, cancellationToken)).Select(area => area.Id),
            await reading.StaffAsync(scope, cancellationToken),
            await reading.PostingsAsync(scope, cancellationToken),
            await TermsAsync(cycle, cancellationToken)
        );
    }

    /// <summary>What the cycle's scheme says, or all that the township has adopted.</summary>
    public async Task<RegisterTerms> TermsAsync(
        Cycle? cycle,
        CancellationToken cancellationToken
    ) =>
        new(
            cycle is null
                ? await schemes.NewestAsync(cancellationToken)
                : [await schemes.ReadAsync(cycle.Adoption, cancellationToken)]
        );
}
