using Aspire.Hosting.ApplicationModel;

namespace Assessment.LocalHosting.Running;

/// <summary>Who waits for whom; stopping goes the other way round.</summary>
internal sealed class StartOrder(IReadOnlyList<SupervisedResource> resources)
{
    private readonly Dictionary<SupervisedResource, Task> _stops = [];

    public IEnumerable<SupervisedResource> WaitedForBy(SupervisedResource waiting) =>
        waiting
            .Resource.WaitsFor.Select(each =>
                each is PostgresDatabaseResource database ? database.Parent : each
            )
            .Select(awaited => resources.SingleOrDefault(each => each.Resource == awaited))
            .OfType<SupervisedResource>();

    public Task StopAllAsync() => Task.WhenAll(resources.Select(StopAsync));

    private Task StopAsync(SupervisedResource resource)
    {
        if (!_stops.TryGetValue(resource, out var stop))
        {
            stop = StopAfterDependentsAsync(resource);
            _stops.Add(resource, stop);
        }
        return stop;
    }

    private async Task StopAfterDependentsAsync(SupervisedResource resource)
    {
        await Task.WhenAll(
            resources.Where(each => WaitedForBy(each).Contains(resource)).Select(StopAsync)
        );
        await resource.StopAsync();
    }
}
