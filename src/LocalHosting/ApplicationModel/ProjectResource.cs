using Assessment.LocalHosting;
using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Running;
using Assessment.LocalHosting.Servers;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project, started from what its build has left.</summary>
public sealed class ProjectResource
    : RunnableResource,
        IResourceWithEnvironment,
        IResourceWithEndpoints,
        IResourceWithWaitSupport
{
    // People look for a web address here; the next free one is taken if it is in use.
    private const int FirstExternalPort = 8080;

    internal ProjectResource(string name, string projectPath)
        : base(name) => ProjectPath = projectPath;

    internal string ProjectPath { get; }
    internal Dictionary<string, EndpointReference> Endpoints { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, Func<RunContext, ValueTask<string?>>> Environment { get; } =
        new(StringComparer.Ordinal);
    internal string? HealthPath { get; set; }
    internal bool IsExternal { get; set; }

    internal override IServer Prepare(RunContext context)
    {
        foreach (var endpoint in Endpoints.Values)
        {
            endpoint.Port = endpoint.Port switch
            {
                { } wanted when FreePorts.IsFree(wanted) => wanted,
                { } taken => throw new CannotHostException($"端口 {taken} 已被占用，请换一个。"),
                null when IsExternal => context.Ports.From(FirstExternalPort),
                null => context.Ports.Next(),
            };
        }
        return new ProjectServer(this, context);
    }
}
