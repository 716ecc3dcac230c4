using Xunit;

namespace Assessment.AppHost.Tests;

/// <summary>
/// Tests that start the whole deployment: side by side they would take each other's ports and the machine's two cores. The
/// others start one server at most and may run at the same time.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAfterTheOther
{
    public const string Name = "whole deployments, one after the other";
}
