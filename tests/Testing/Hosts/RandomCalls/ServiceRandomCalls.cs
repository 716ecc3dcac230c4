using Assessment.Imports;
using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>The run of a service, which knows people by the gateway's ticket.</summary>
public abstract class ServiceRandomCalls<TProgram, TDb>(
    RunningService<TProgram, TDb> host,
    string service,
    ITestOutputHelper output
) : RandomCallRun(service, [.. Roles.OfAccounts, Roles.Resident], output)
    where TProgram : class
    where TDb : ServiceDb
{
    private readonly HashSet<string> _townships = [];

    /// <summary>One of the service's own.</summary>
    protected string ErrorQueue => ServiceQueues.FailedOf(host.Part<ServiceQueues>().Names[0]);

    protected override IEnumerable<EndpointDataSource> Sources() =>
        host.Part<IEnumerable<EndpointDataSource>>();

    protected override Task<HttpClient> ReaderAsync() =>
        Task.FromResult(host.As(township: null, Roles.Ops));

    protected override HttpClient Anonymous() => host.Anonymous();

    /// <summary>Each time with a new ticket: it holds for a minute.</summary>
    protected override HttpClient As(string role, KnownThings known)
    {
        _townships.Add(known.Township);
        return host.As(
            role is Roles.District or Roles.Ops or Roles.Resident ? null : known.Township,
            role,
            role == Roles.Area ? known.Area : null,
            role == Roles.DepartmentScorer ? known.Department : null,
            role == Roles.Surveyor ? known.Campaign : null
        );
    }

    /// <summary>Whatever the files held, each import ends: completed or refused.</summary>
    protected override async Task SettledAsync()
    {
        foreach (var township in _townships)
        {
            await Eventually.HoldsAsync(
                $"the imports of {township} have ended",
                () =>
                    host.ReadAsync(
                        township,
                        async db =>
                            !await db.Imports.AnyAsync(job =>
                                job.Status == ImportStatus.Queued
                                || job.Status == ImportStatus.Running
                            )
                    )
            );
        }
    }
}
