using Assessment.LocalServers.Data;

namespace Assessment.Testing;

/// <summary>
/// Ports for what a test kills: from the usual one on, the next platform on the machine would take the address while
/// nobody listens there, and be taken for the one that was killed.
/// </summary>
public static class TestPorts
{
    public static int Next() => new FreePorts().Next();
}
