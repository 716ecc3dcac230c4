using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.AppHost.Tests;

/// <summary>The deployment as Program.cs composes it, in Aspire's own test host.</summary>
[Collection(OneAfterTheOther.Name)]
public sealed class WholeDeploymentTest : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Started_EachResourceIsHealthyAndTheSignInPageAnswers()
    {
        using var limit = new CancellationTokenSource(Limit);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--data", _folder.Path, "--servers", "local", "--port", $"{TestPorts.Next()}"],
            limit.Token
        );
        await using var application = await builder.BuildAsync(limit.Token);
        await application.StartAsync(limit.Token);
        var notifications = application.Services.GetRequiredService<ResourceNotificationService>();

        foreach (
            var resource in (string[])
                ["messaging", "storage", "gateway", "survey", "hotline", "scoring", "payout"]
        )
        {
            await notifications.WaitForResourceHealthyAsync(resource, limit.Token);
        }

        using var http = application.CreateHttpClient("gateway");
        var page = await http.GetStringAsync(new Uri("/", UriKind.Relative), limit.Token);
        Assert.Contains("基层考核平台", page);
    }
}
