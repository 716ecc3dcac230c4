using Assessment.Contracts;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Townships;
using Assessment.ServiceHost;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Hotline.Tests;

/// <summary>Hotline, and beside it Scoring's end of the messages.</summary>
public sealed class HotlineHost() : RunningService<Program, HotlineDb>("hotline-db")
{
    /// <summary>Holds the township's turn, so that its imports wait until it is released.</summary>
    public async Task<HeldTurn> HoldImportsAsync(string township)
    {
        var scope = In(township);
        await scope
            .ServiceProvider.GetRequiredService<HotlineDb>()
            .Database.BeginTransactionAsync();
        await scope
            .ServiceProvider.GetRequiredService<TownshipTurn>()
            .TakeAsync(CancellationToken.None);
        return new HeldTurn(scope);
    }

    protected override void Listen(IReceiveEndpointConfigurator others)
    {
        Keep<FactsReported>(others);
        Keep<SourceAnswered>(others);
    }
}

public sealed class HeldTurn(AsyncServiceScope scope) : IAsyncDisposable
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
