using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Testing.Sample;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Messaging;

/// <summary>A message is consumed in the township that its header and its body both name, or not at all.</summary>
public sealed class TownshipHeaderTest : IAsyncLifetime
{
    private SampleService _service = null!;

    public async Task InitializeAsync() => _service = await SampleService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("b")]
    public async Task MessageWhoseHeaderNamesNoOrAnotherTownship_TakesNoEffect(string? header)
    {
        var faulted = new TaskCompletionSource<ReceiveFault>();
        var bus = _service.Services.GetRequiredService<IBusControl>();
        var faults = bus.ConnectReceiveEndpoint(
            "faults",
            endpoint =>
                endpoint.Handler<ReceiveFault>(context =>
                {
                    faulted.TrySetResult(context.Message);
                    return Task.CompletedTask;
                })
        );
        await faults.Ready.WaitAsync(Eventually.Limit);
        var (stray, good) = (Message(), Message());

        await PublishAsync(bus, stray, header);
        await PublishAsync(bus, good, "a");

        var fault = await faulted.Task.WaitAsync(Eventually.Limit);
        Assert.Contains(
            nameof(MessageMustNameItsTownship),
            fault.Exceptions.Single().ExceptionType,
            StringComparison.Ordinal
        );
        await Eventually.HoldsAsync(async () =>
            (await _service.NotesAsync("a")).Contains(good.Request.ToString())
        );
        Assert.Equal([good.Request.ToString()], await _service.NotesAsync("a"));
        Assert.Empty(await _service.NotesAsync("b"));
    }

    private static SourcesAsked Message() => new("a", Guid.NewGuid(), Guid.NewGuid());

    private static Task PublishAsync(IBus bus, SourcesAsked message, string? header) =>
        bus.Publish(
            message,
            context =>
            {
                context.MessageId = Guid.CreateVersion7();
                if (header is not null)
                {
                    context.Headers.Set(TownshipHeader.Name, header);
                }
            }
        );
}
