using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Running;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value from configuration, <c>Parameters:NAME</c>.</summary>
public sealed class ParameterResource : Resource
{
    internal ParameterResource(string name, bool secret)
        : base(name) => Secret = secret;

    public bool Secret { get; }

    /// <summary>A secret that nobody has given is made at random and kept in the data folder.</summary>
    internal string Value(RunContext context) =>
        context.Configuration[$"Parameters:{Name}"] is { Length: > 0 } given ? given
        : Secret ? GeneratedSecret.In(context.DataFolder, Name)
        : throw new Assessment.LocalHosting.CannotHostException($"缺少参数 Parameters:{Name}。");
}
