using System.Security.Claims;
using Assessment.Persistence.Files;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Testing.Sample;

/// <summary>Administrators see every file of the township, others their own uploads.</summary>
public sealed class SampleFileAccess : IFileAccess
{
    public Task AdmitUploadAsync(
        Guid cycle,
        FilePurpose purpose,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public IQueryable<StoredFile> SeenBy(ClaimsPrincipal caller, IQueryable<StoredFile> files)
    {
        var name = caller.UserName();
        return caller.IsInRole(Roles.TownshipAdministrator)
            ? files
            : files.Where(file => file.UploadedBy == name);
    }
}
