using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>Each process tells how it does, and none tells what people said, are called or get.</summary>
[Collection(PlatformCollection.Name)]
public sealed class TelemetryTest(Platform platform)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("gateway")]
    [InlineData("hotline")]
    [InlineData("payout")]
    [InlineData("scoring")]
    [InlineData("survey")]
    public async Task Process_ExportsTracesMetricsAndLogs_UnderItsName(string process)
    {
        await platform.FinalAsync();

        foreach (var signal in new[] { "traces", "metrics", "logs" })
        {
            await Eventually.HoldsAsync(
                () => Task.FromResult(platform.Telemetry.Says(signal, $"assessment-{process}")),
                Limit
            );
        }
    }

    [Fact]
    public async Task Telemetry_OfAWholeYear_HoldsNoNamesHouseholdsTextsPasswordsOrLinks()
    {
        var final = await platform.FinalAsync();
        var secrets = final
            .Accounts.Select(account => account.Password)
            .Concat(Column("staff.csv", 2))
            .Concat(Column("responses.csv", 4).Take(100))
            .Append(platform.FirstInvitation.Trim().Split('/')[^1])
            .Append("居民来电反映");

        foreach (var secret in secrets)
        {
            Assert.False(platform.Telemetry.Says(null, secret), $"{secret} is in the telemetry");
        }
    }

    private static IEnumerable<string> Column(string file, int column) =>
        File.ReadLines(Path.Combine(Repository.Year, file))
            .Skip(1)
            .Select(line => line.Split(',')[column]);
}
