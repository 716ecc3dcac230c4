using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assessment.ServiceDefaults.Auditing;

/// <summary>
/// What an endpoint leaves in the audit log, as it is declared there. A process with an endpoint that changes something
/// and declares nothing does not start (<see cref="RecordsDeclared"/>).
/// </summary>
/// <param name="Actions">Codes of actions, of which a call that takes effect records at least one.</param>
/// <param name="NothingBecause">Why it records nothing, where that is so.</param>
public sealed record RecordedActions(IReadOnlyList<string> Actions, string? NothingBecause)
{
    /// <summary>Endpoints that may change something and do not say what they record.</summary>
    public static IReadOnlyList<string> UndeclaredAmong(IEnumerable<EndpointDataSource> sources) =>
        [
            .. sources
                .SelectMany(source => source.Endpoints)
                .Where(endpoint =>
                    Changes(endpoint) && endpoint.Metadata.GetMetadata<RecordedActions>() is null
                )
                .Select(endpoint => endpoint.DisplayName ?? "")
                .Distinct(),
        ];

    /// <summary>An endpoint that takes every method passes requests on, to a service with endpoints of its own.</summary>
    private static bool Changes(Endpoint endpoint) =>
        endpoint
            .Metadata.GetMetadata<IHttpMethodMetadata>()
            ?.HttpMethods.Any(method =>
                !HttpMethods.IsGet(method)
                && !HttpMethods.IsHead(method)
                && !HttpMethods.IsOptions(method)
            ) == true;
}

/// <summary>The ways to declare what is recorded.</summary>
public static class Recording
{
    /// <param name="endpoint">An endpoint that changes, decides or exports.</param>
    /// <param name="actions">Codes such as <c>score.entered</c>.</param>
    public static TBuilder Records<TBuilder>(this TBuilder endpoint, params string[] actions)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.Declare(new RecordedActions(actions, NothingBecause: null));

    /// <param name="endpoint">An endpoint whose effect is not for the audit log.</param>
    /// <param name="because">Why, for whoever reads the code.</param>
    public static TBuilder RecordsNothing<TBuilder>(this TBuilder endpoint, string because)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.Declare(new RecordedActions([], because));

    private static TBuilder Declare<TBuilder>(this TBuilder endpoint, RecordedActions recorded)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(recorded));
        return endpoint;
    }
}
