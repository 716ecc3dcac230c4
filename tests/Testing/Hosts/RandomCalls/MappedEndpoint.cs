using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>An endpoint as the process has it, whether its document tells of it or not.</summary>
/// <param name="Path">Written as in the document: without constraints.</param>
public sealed partial record MappedEndpoint(string Method, string Path, RouteEndpoint Endpoint)
{
    private static readonly string[] WhateverIsAsked = ["GET", "POST"];

    [GeneratedRegex(
        @"\{\*{0,2}(?<name>\w+)[^}]*\}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RouteParameter();

    public string Name => $"{Method} {Path}";

    public bool IsOfTheInterface => Path.StartsWith("/api/", StringComparison.Ordinal);

    public static IReadOnlyList<MappedEndpoint> Of(IEnumerable<EndpointDataSource> sources) =>
        [
            .. sources
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .SelectMany(endpoint =>
                    MethodsOf(endpoint)
                        .Select(method => new MappedEndpoint(
                            method,
                            RouteParameter()
                                .Replace(
                                    "/" + endpoint.RoutePattern.RawText!.Trim('/'),
                                    "{${name}}"
                                ),
                            endpoint
                        ))
                )
                .DistinctBy(endpoint => endpoint.Name)
                .OrderBy(endpoint => endpoint.Name, StringComparer.Ordinal),
        ];

    /// <summary>Whom of the roles it is for.</summary>
    public bool Admits(string role) =>
        Endpoint.Metadata.GetMetadata<Permission>() is not { Who: AccessLevel.Roles } permission
        || permission.Roles.Contains(role);

    /// <summary>What can be known of it without a document.</summary>
    public Operation ToOperation() =>
        new(
            Method,
            Path,
            [
                .. RouteParameter()
                    .Matches(Path)
                    .Select(parameter => new Parameter(
                        parameter.Groups["name"].Value,
                        InPath: true,
                        new JsonObject { ["type"] = "string" }
                    )),
            ],
            Method is "GET" or "HEAD" or "DELETE"
                ? null
                : new RequestBody("application/x-www-form-urlencoded", Schema: null),
            NamesVersion: false
        );

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods
            : WhateverIsAsked;
}
