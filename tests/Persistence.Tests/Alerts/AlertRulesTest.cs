using System.Diagnostics;
using Assessment.Persistence.Tests.Ops;
using Assessment.Testing.Sample;
using Assessment.Testing.Telemetry;
using Xunit;

namespace Assessment.Persistence.Tests.Alerts;

/// <summary>The alert rules are sound, fire when they should, name metrics that exist, and lead somewhere.</summary>
public sealed class AlertRulesTest
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("check", "rules", "alerts.yml")]
    [InlineData("test", "rules", "alerts.test.yml")]
    public async Task Promtool_FindsNothingWrong(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var promtool = Process.Start(
            new ProcessStartInfo("promtool", arguments)
            {
                WorkingDirectory = AlertRules.Folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await Task.WhenAll(
            promtool.StandardOutput.ReadToEndAsync(limit.Token),
            promtool.StandardError.ReadToEndAsync(limit.Token)
        );
        await promtool.WaitForExitAsync(limit.Token);

        Assert.True(promtool.ExitCode == 0, string.Concat(said));
    }

    [Fact]
    public async Task EachAlert_IsSeenToFire_AndNotToFire()
    {
        var tests = await File.ReadAllTextAsync(Path.Combine(AlertRules.Folder, "alerts.test.yml"));

        Assert.NotEmpty(AlertRules.Names);
        foreach (var alert in AlertRules.Names)
        {
            Assert.Contains(
                $"alertname: {alert}\n        exp_alerts:",
                tests,
                StringComparison.Ordinal
            );
            Assert.Contains(
                $"alertname: {alert}\n  ",
                tests.Replace(
                    $"alertname: {alert}\n        exp_alerts:",
                    "",
                    StringComparison.Ordinal
                ),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task EachAlert_LeadsToItsPage()
    {
        var pages = (
            await File.ReadAllLinesAsync(Path.Combine(SourceTree.Root, "docs", "operations.md"))
        )
            .Where(line => line.StartsWith('#'))
            .Select(line => line.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-'))
            .ToList();

        Assert.Equal(AlertRules.Names.Count, AlertRules.Runbooks.Count);
        Assert.All(AlertRules.Runbooks, runbook => Assert.Contains(runbook, pages));
    }

    /// <summary>Those of the group <c>gateway</c> are looked at in the gateway's tests.</summary>
    [Fact]
    public async Task EachMetricOfTheServicesAlerts_IsMeasuredByAService()
    {
        await using var service = await SampleService.StartAsync();
        using var seen = new SeenMetrics(service.Services);
        var measured = seen.Instruments.Values.SelectMany(AlertRules.TranslationsOf).ToList();

        Assert.Equal(["gateway", "services"], AlertRules.Groups);
        Assert.NotEmpty(AlertRules.MetricsOf("services"));
        Assert.All(AlertRules.MetricsOf("services"), metric => Assert.Contains(metric, measured));
    }
}
