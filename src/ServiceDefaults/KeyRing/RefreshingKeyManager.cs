using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Assessment.ServiceDefaults.KeyRing;

/// <summary>The framework's key manager, whose keys are read again when new ones have come.</summary>
internal sealed class RefreshingKeyManager(IKeyManager keys, KeyRingFolder folder) : IKeyManager
{
    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) =>
        keys.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => keys.GetAllKeys();

    public CancellationToken GetCacheExpirationToken() =>
        CancellationTokenSource
            .CreateLinkedTokenSource(keys.GetCacheExpirationToken(), folder.Changed)
            .Token;

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) =>
        keys.RevokeAllKeys(revocationDate, reason);

    public void RevokeKey(Guid keyId, string? reason = null) => keys.RevokeKey(keyId, reason);
}
