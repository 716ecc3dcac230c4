using Grpc.Core;

namespace Assessment.Testing.Sidecar;

/// <summary>What the sidecar's one secret store gives to the program that it accompanies.</summary>
/// <param name="Store">The component's name.</param>
/// <param name="Secrets">Each secret by its name, with one or more values by theirs.</param>
/// <param name="ApiToken">What the caller must show; null where nothing is asked.</param>
public sealed record HeldSecrets(
    string Store,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Secrets,
    string? ApiToken = null
)
{
    public const string TokenHeader = "dapr-api-token";

    /// <summary>As a file of names and values gives them: each secret has one value, of its own name.</summary>
    public static HeldSecrets Of(string store, IReadOnlyDictionary<string, string> secrets) =>
        new(
            store,
            secrets.ToDictionary(
                secret => secret.Key,
                secret =>
                    (IReadOnlyDictionary<string, string>)
                        new Dictionary<string, string> { [secret.Key] = secret.Value }
            )
        );

    /// <exception cref="RpcException">As Dapr answers who shows no token, or asks for a store that is not there.</exception>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Enter(
        string store,
        Metadata headers
    )
    {
        if (ApiToken is not null && headers.GetValue(TokenHeader) != ApiToken)
        {
            throw new RpcException(
                new Status(StatusCode.Unauthenticated, "authentication error: api token mismatch")
            );
        }

        return store == Store
            ? Secrets
            : throw new RpcException(
                new Status(
                    StatusCode.InvalidArgument,
                    $"failed finding secret store with key {store}"
                )
            );
    }
}
