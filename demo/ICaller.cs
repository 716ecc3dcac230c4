using System.Text.Json.Nodes;

namespace Assessment.Demo;

/// <summary>Somebody who calls the platform's API.</summary>
public interface ICaller
{
    /// <exception cref="PlatformException">The platform refused the call, with its stable code.</exception>
    Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken);

    /// <exception cref="PlatformException">The platform refused the call, with its stable code.</exception>
    Task<JsonNode?> PostAsync(string path, object body, CancellationToken cancellationToken);

    /// <summary>Shows the second factor again, as whoever signs must.</summary>
    Task ShowSecondFactorAsync(CancellationToken cancellationToken);
}
