using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Routing;

namespace Assessment.Testing.Hosts.Permissions;

/// <summary>The matrix of a service, which knows people by the gateway's ticket.</summary>
public abstract class ServicePermissions<TProgram, TDb>(
    RunningService<TProgram, TDb> host,
    string service
) : PermissionMatrix(service, [.. Roles.OfAccounts, Roles.Resident])
    where TProgram : class
    where TDb : ServiceDb
{
    protected override IEnumerable<EndpointDataSource> Sources() =>
        host.Part<IEnumerable<EndpointDataSource>>();

    protected override HttpClient Anonymous() => host.Anonymous();

    protected override HttpClient As(string role, string township, Objects own) =>
        host.As(
            BelongsToTownship(role) ? township : null,
            role,
            role == Roles.Area ? own.Area : null,
            role == Roles.DepartmentScorer ? "党建办" : null,
            role == Roles.Surveyor ? own.Campaign : null
        );

    /// <summary>The error queues are the service's own, and belong to no township.</summary>
    protected override string AddressOf(string route, Objects own) =>
        route.Contains("/ops/", StringComparison.Ordinal)
            ? route.Replace(
                "{queue}",
                ServiceQueues.FailedOf(host.Part<ServiceQueues>().Names[0]),
                StringComparison.Ordinal
            )
            : base.AddressOf(route, own);
}
