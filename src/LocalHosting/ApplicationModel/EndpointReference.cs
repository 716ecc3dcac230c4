using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An address of a resource; its port is chosen before anything starts.</summary>
public sealed class EndpointReference
{
    internal EndpointReference(IResourceWithEndpoints resource, string name, int? port)
    {
        Resource = resource;
        EndpointName = name;
        Port = port;
    }

    public IResourceWithEndpoints Resource { get; }

    public string EndpointName { get; }

    public string Url =>
        Port is { } port
            ? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")
            : throw new InvalidOperationException($"{Resource.Name} has not been started yet.");

    internal int? Port { get; set; }
}
