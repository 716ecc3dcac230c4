using System.Net;
using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Routing;
using Xunit;

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

    /// <summary>
    /// Whoever has two duties (职责) is admitted wherever one of them alone is, and nowhere else; and finds what either
    /// finds.
    /// </summary>
    [Theory]
    [InlineData(Roles.DepartmentScorer, Roles.Leader)]
    [InlineData(Roles.Area, Roles.FinancePreparer)]
    [InlineData(Roles.Leader, Roles.FinanceApprover)]
    [InlineData(Roles.Area, Roles.DepartmentScorer)]
    public async Task EveryEndpoint_AdmitsTwoDutiesWhereItAdmitsOne(string one, string other)
    {
        var own = await PrepareAsync();
        var both = host.As(
            new SignedInPerson(own.Township, one, other)
            {
                Area = new[] { one, other }.Contains(Roles.Area) ? own.Area : null,
                Departments = new[] { one, other }.Contains(Roles.DepartmentScorer)
                    ? ["党建办"]
                    : [],
            }
        );
        foreach (var (method, route, isUpload, _) in Endpoints())
        {
            var address = AddressOf(route, own);
            var body = isUpload ? null : "{";
            var alone = new[]
            {
                (await AskAsync(method, address, As(one, own.Township, own), body)).Status,
                (await AskAsync(method, address, As(other, own.Township, own), body)).Status,
            };

            var together = (await AskAsync(method, address, both, body)).Status;

            Assert.True(
                // What neither finds alone, both together may find, and be refused for another reason.
                (alone.Contains(together) || together == HttpStatusCode.Conflict)
                    && (together != HttpStatusCode.Forbidden)
                        == alone.Any(status => status != HttpStatusCode.Forbidden)
                    && (together != HttpStatusCode.NotFound || !alone.Contains(HttpStatusCode.OK)),
                $"{method} {route}: {string.Join(" and ", alone)} alone, {together} together"
            );
        }
    }

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
