using System.Globalization;
using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Assessment.AppHost.Health;
using Assessment.AppHost.LocalServers;
using Assessment.AppHost.StandIns;
using Assessment.AppHost.Telemetry;
using Assessment.LocalServers;
using Assessment.LocalServers.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.AppHost.Deploying;

internal sealed partial class Deployment
{
    private const string Http = "http";

    // People look for a web address here; the next free one is taken if it is in use.
    private const int FirstGatewayPort = 8080;

    /// <summary>A service of ours, at an HTTP address, ready when <c>/health/ready</c> says so.</summary>
    public IResourceBuilder<ProjectResource> AddService<TProject>(string name)
        where TProject : IProjectMetadata, new()
    {
        var service = _builder
            .AddProject<TProject>(name, options => options.ExcludeLaunchProfile = true)
            // The connection string says it all; further variables would hold the passwords once more.
            .WithReferenceEnvironment(ReferenceEnvironmentInjectionFlags.ConnectionString)
            // Nothing in front of a service may say where a request comes from.
            .DisableForwardedHeaders();
        if (_run is not { } run)
        {
            return service.WithHttpEndpoint();
        }
        service
            .WithHttpEndpoint(port: PortOf(name, run), isProxied: false)
            .WithEndpoint(Http, endpoint => endpoint.TargetHost = "127.0.0.1")
            .WithEnvironment(TelemetryElsewhere)
            .WithHealthCheck(name);
#pragma warning disable ASPIRECERTIFICATES001 // Aspire may still change it; there is no other way to say it.
        // Plain HTTP on loopback; Aspire would ask for a development certificate, which machines do not have.
        service.WithoutHttpsCertificate();
#pragma warning restore ASPIRECERTIFICATES001
        if (run.Without.Has(name))
        {
            service.RunStandIn(StandIn.SettingsFile(run.DataFolder, name));
        }
        else if (string.IsNullOrEmpty(_builder.Configuration["DEBUG_SESSION_PORT"]))
        {
            service.RunAsBuilt(new TProject().ProjectPath);
        }
        _builder
            .Services.AddHealthChecks()
            .AddPatientCheck(
                name,
                async cancellationToken =>
                {
                    using var http = new HttpClient();
                    using var answer = await http.GetAsync(
                        new Uri(new Uri(service.GetEndpoint(Http).Url), "/health/ready"),
                        cancellationToken
                    );
                    answer.EnsureSuccessStatusCode();
                }
            );
        return service;
    }

    private int PortOf(string name, LocalRun run)
    {
        if (name != "gateway")
        {
            return run.Ports.Next();
        }
        if (_builder.Configuration["port"] is not { Length: > 0 } asked)
        {
            return run.Ports.From(FirstGatewayPort);
        }
        if (
            !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            || wanted is < 1 or > IPEndPoint.MaxPort
        )
        {
            throw new CannotStartException(
                $"端口应为 1 至 {IPEndPoint.MaxPort} 的整数，写的是“{asked}”。"
            );
        }
        return FreePorts.IsFree(wanted)
            ? wanted
            : throw new CannotStartException($"端口 {wanted} 已被占用，请换一个。");
    }

    /// <summary>
    /// To the collector configured for the host itself, rather than to the dashboard; there each process has its own
    /// name, which the alerts expect, rather than its resource's.
    /// </summary>
    private void TelemetryElsewhere(EnvironmentCallbackContext context)
    {
        if (!OtlpTarget.IsElsewhere(_builder.Configuration))
        {
            return;
        }
        context.EnvironmentVariables.Remove("OTEL_SERVICE_NAME");
        foreach (
            var name in (string[])
                [
                    OtlpTarget.EndpointVariable,
                    OtlpTarget.ProtocolVariable,
                    OtlpTarget.HeadersVariable,
                    "OTEL_METRIC_EXPORT_INTERVAL",
                ]
        )
        {
            context.EnvironmentVariables[name] = _builder.Configuration[name] ?? "";
        }
    }
}
