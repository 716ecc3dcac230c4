using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Assessment.Hotline.Tests.Feeds;

/// <summary>The bindings are configured there as well.</summary>
[Collection(HotlineService.Name)]
public sealed class WithoutSidecarTest(HotlineHost host)
{
    [Fact]
    public void WithoutSidecar_ThereIsNoBinding() =>
        Assert.DoesNotContain(
            host.Part<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints),
            endpoint => endpoint.Metadata.GetMetadata<Permission>()?.Who == AccessLevel.Sidecar
        );
}
