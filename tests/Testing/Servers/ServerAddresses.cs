using System.Text.Json;

namespace Assessment.Testing.Servers;

/// <summary>
/// Where servers are that somebody else started, for all test projects of a run: whoever starts them says so to the
/// tests in their environment.
/// </summary>
/// <param name="Postgres">Connection string of somebody who may make databases.</param>
/// <param name="Broker">amqp:// with user and password, for the default virtual host.</param>
public sealed record ServerAddresses(string Postgres, string Broker, Uri Management)
{
    public const string Variable = "ASSESSMENT_TEST_SERVERS";

    /// <summary>Null where nobody started any.</summary>
    public static ServerAddresses? Given() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? JsonSerializer.Deserialize<ServerAddresses>(given)
            : null;

    /// <summary>On one line.</summary>
    public override string ToString() => JsonSerializer.Serialize(this);
}
