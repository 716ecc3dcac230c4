using Assessment.LocalHosting.Running;
using Assessment.LocalHosting.Servers;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that is a process of its own here.</summary>
public abstract class RunnableResource : Resource
{
    private protected RunnableResource(string name)
        : base(name) { }

    internal List<IResource> WaitsFor { get; } = [];

    /// <summary>Chooses ports and reads passwords, so that others can be told; starts nothing.</summary>
    internal abstract IServer Prepare(RunContext context);
}
