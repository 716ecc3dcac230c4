using Dapr;
using Dapr.Client;
using Microsoft.Extensions.Configuration;

namespace Assessment.ServiceDefaults.Sidecar;

/// <summary>
/// 密钥库: a component of the sidecar that gives secrets (<c>Dapr:SecretStore</c>). Read once, at the start: a secret that
/// is changed holds from the next start on.
/// </summary>
/// <param name="Name">The component's name.</param>
/// <param name="SecretName">The one secret to be read (<c>Dapr:SecretName</c>); null for all that the process may see.</param>
/// <param name="Limit">How long a sidecar that is still starting is waited for (<c>Dapr:WaitLimit</c>).</param>
public sealed record SecretStore(string Name, string? SecretName, TimeSpan Limit)
{
    private static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(30);

    /// <returns>Null where no store is named.</returns>
    public static SecretStore? Of(IConfiguration configuration) =>
        configuration["Dapr:SecretStore"] is { Length: > 0 } name
            ? new SecretStore(
                name,
                configuration["Dapr:SecretName"] is { Length: > 0 } secret ? secret : null,
                configuration.GetValue("Dapr:WaitLimit", UsualLimit)
            )
            : null;

    /// <exception cref="SidecarMustAnswer">The sidecar was not ready within the limit.</exception>
    /// <exception cref="SecretStoreMustAnswer">The sidecar gave no secrets.</exception>
    /// <exception cref="SecretStoreMustHoldOwnKeys">None of what it gave is for this process.</exception>
    public async Task<IReadOnlyDictionary<string, string?>> ReadAsync(
        DaprSidecar sidecar,
        SecretKeys keys,
        TimeProvider time
    )
    {
        using var limit = new CancellationTokenSource(Limit, time);
        var builder = new DaprClientBuilder();
        sidecar.ApplyTo(builder);
        using var client = builder.Build();
        try
        {
            await client.WaitForSidecarAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new SidecarMustAnswer(this, sidecar);
        }

        try
        {
            var taken = keys.Take(await SecretsAsync(client, limit.Token));
            return taken.Count > 0
                ? taken
                : throw new SecretStoreMustHoldOwnKeys(this, sidecar, keys);
        }
        catch (Exception failure) when (failure is DaprException or OperationCanceledException)
        {
            throw new SecretStoreMustAnswer(this, sidecar, failure);
        }
    }

    private async Task<IEnumerable<IReadOnlyDictionary<string, string>>> SecretsAsync(
        DaprClient client,
        CancellationToken cancellationToken
    ) =>
        SecretName is null
            ? (await client.GetBulkSecretAsync(Name, cancellationToken: cancellationToken)).Values
            : [await client.GetSecretAsync(Name, SecretName, cancellationToken: cancellationToken)];
}

/// <summary>The process does not start without the secrets that it is configured to fetch.</summary>
public sealed class SidecarMustAnswer(SecretStore store, DaprSidecar sidecar)
    : Exception(
        $"The sidecar at {sidecar} was not ready within {store.Limit.TotalSeconds} s (Dapr:WaitLimit). Without it the secrets of the store '{store.Name}' (Dapr:SecretStore) cannot be read."
    );

/// <summary>The sidecar is there and the store is not, or refuses: the cause says which.</summary>
public sealed class SecretStoreMustAnswer(SecretStore store, DaprSidecar sidecar, Exception cause)
    : Exception(
        $"The sidecar at {sidecar} gave no secrets of the store '{store.Name}' (Dapr:SecretStore).",
        cause
    );

/// <summary>Mostly a name that is written otherwise, or a scope that shuts this process out.</summary>
public sealed class SecretStoreMustHoldOwnKeys(
    SecretStore store,
    DaprSidecar sidecar,
    SecretKeys keys
)
    : Exception(
        $"The store '{store.Name}' (Dapr:SecretStore) of the sidecar at {sidecar} gives this process none of its settings: {keys}. In a secret's name, -- replaces the colon."
    );
