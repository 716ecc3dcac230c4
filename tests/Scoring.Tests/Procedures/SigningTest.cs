using Assessment.Contracts;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>签批: whoever signs has shown the second factor a moment ago.</summary>
[Collection(ScoringService.Name)]
public sealed class SigningTest(ScoringHost host)
{
    [Fact]
    public async Task LeaderWhoShowedACodeTooLongAgo_DoesNotSign()
    {
        var year = await DecidedAsync();

        await year.IsRefusedAsync<SecondFactorMustBeFresh>(
            "/procedure/final",
            new { confirm = true },
            Leader(year, TimeSpan.FromMinutes(6))
        );

        Assert.Equal("frozen", (string?)(await year.ProgressAsync())["state"]);
        Assert.Empty(host.Received<AssessmentFinalized>(year.Township));
    }

    [Fact]
    public async Task LeaderWithoutSecondFactor_IsToldToEnrolOneFirst()
    {
        var year = await DecidedAsync();

        await year.IsRefusedAsync<SecondFactorMustBeEnrolledFirst>(
            "/procedure/final",
            new { confirm = true },
            Leader(year, shown: null)
        );
    }

    [Fact]
    public async Task LeaderWhoShowedACodeJustNow_Signs()
    {
        var year = await DecidedAsync();

        await year.PostAsync(
            Leader(year, TimeSpan.FromMinutes(4)),
            "/procedure/final",
            new { confirm = true }
        );

        Assert.Equal("final", (string?)(await year.ProgressAsync())["state"]);
    }

    private async Task<TownshipYear> DecidedAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();
        await year.Procedure.UntilAsync("final", CancellationToken.None);
        return year;
    }

    private HttpClient Leader(TownshipYear year, TimeSpan? shown) =>
        host.As(new SignedInPerson(year.Township, Roles.Leader) { SecondFactorAge = shown });
}
