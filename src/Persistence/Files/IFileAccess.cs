using System.Security.Claims;

namespace Assessment.Persistence.Files;

/// <summary>A service's own rule for its files, within the roles that the endpoints declare.</summary>
public interface IFileAccess
{
    /// <summary>Whether a file can be added to the cycle now.</summary>
    /// <exception cref="ServiceDefaults.DomainExceptions.DomainException">It cannot, and why.</exception>
    Task AdmitUploadAsync(
        Guid cycle,
        FilePurpose purpose,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    );

    /// <summary>Those of the township's files that the caller may read.</summary>
    IQueryable<StoredFile> SeenBy(ClaimsPrincipal caller, IQueryable<StoredFile> files);
}
