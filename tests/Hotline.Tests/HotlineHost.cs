using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Hotline.Storage;
using Assessment.Persistence.Storage;
using Assessment.Testing.Hosts;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Hotline.Tests;

/// <summary>Hotline, together with Scoring's end of the messages.</summary>
public class HotlineHost() : RunningService<Program, HotlineDb>("hotline-db")
{
    /// <summary>Holds the township's lock, so that its imports wait until it is released.</summary>
    public async Task<HeldLock> HoldImportsAsync(string township)
    {
        var scope = In(township);
        await scope
            .ServiceProvider.GetRequiredService<HotlineDb>()
            .Database.BeginTransactionAsync();
        await scope
            .ServiceProvider.GetRequiredService<HotlineDb>()
            .LockTownshipAsync<RegisterCopy>(CancellationToken.None);
        return new HeldLock(scope);
    }

    /// <summary>A binding that is configured is nothing without a sidecar, and every test here sees that it is.</summary>
    protected override void Configure(IWebHostBuilder host) =>
        host.UseSetting("Dapr:HotlineBindings:0:Name", "hotline-files")
            .UseSetting("Dapr:HotlineBindings:0:Township", "any");

    protected override void Listen(IReceiveEndpointConfigurator others)
    {
        Keep<FactsReported>(others);
        Keep<SourceAnswered>(others);
    }
}

public sealed class HeldLock(AsyncServiceScope scope) : IAsyncDisposable
{
    public Task ReleaseAsync() =>
        scope.ServiceProvider.GetRequiredService<HotlineDb>().Database.CommitTransactionAsync();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class HotlineService : ICollectionFixture<HotlineHost>
{
    public const string Name = "hotline service";
}
