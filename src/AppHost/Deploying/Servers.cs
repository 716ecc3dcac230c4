using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Assessment.AppHost.LocalServers;
using Assessment.AppHost.Telemetry;
using Assessment.LocalServers.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.AppHost.Deploying;

/// <summary>
/// RabbitMQ and PostgreSQL: those that a connection string in the configuration names, else containers where an engine
/// answers, else private ones from the machine's packages. A manifest always has the containers.
/// </summary>
internal sealed partial class Deployment
{
    private Func<string, IResourceBuilder<IResourceWithConnectionString>>? _databases;

    public IResourceBuilder<IResourceWithConnectionString> AddMessaging(string name)
    {
        if (IsGiven(name))
        {
            return _builder.AddConnectionString(name);
        }
        if (UsesContainers)
        {
            var container = _builder
                .AddRabbitMQ(name, password: PasswordOf(name))
                .WithManagementPlugin()
                .WithDataVolume(VolumeOf(name));
            ExportTelemetry(container.Resource.Management());
            return container;
        }
        var local = _builder.AddLocalRabbitMQ(name, _run!.DataFolder, _run.Ports);
        ExportTelemetry(local.Resource.Management());
        return local;
    }

    /// <param name="server">Started for the first database that no connection string names.</param>
    public IResourceBuilder<IResourceWithConnectionString> AddDatabase(
        string server,
        string name
    ) =>
        IsGiven(name)
            ? _builder.AddConnectionString(name)
            : (_databases ??= DatabasesOf(server))(name);

    private void ExportTelemetry(BrokerManagement management)
    {
        if (_run is not null)
        {
            _builder
                .Services.AddSingleton(management)
                .AddSingleton(OtlpTarget.Of(_builder.Configuration))
                .AddHostedService<BrokerTelemetry>();
        }
    }

    private bool UsesContainers => _run is null || _run.HasContainerEngine;

    private bool IsGiven(string name) =>
        _run is not null && _builder.Configuration.GetConnectionString(name) is { Length: > 0 };

    private Func<string, IResourceBuilder<IResourceWithConnectionString>> DatabasesOf(string server)
    {
        if (UsesContainers)
        {
            var container = _builder
                .AddPostgres(server, password: PasswordOf(server))
                .WithDataVolume(VolumeOf(server));
            return name => container.AddDatabase(name);
        }
        var local = _builder.AddLocalPostgres(server, _run!.DataFolder, _run.Ports);
        return name => local.AddDatabase(name);
    }

    /// <summary>The same again in the next run. A manifest asks for one.</summary>
    private IResourceBuilder<ParameterResource>? PasswordOf(string server) =>
        _run is { } run
            ? _builder.AddParameter(
                $"{server}-password",
                () => GeneratedSecret.In(run.DataFolder, $"{server}-password"),
                secret: true
            )
            : null;

    /// <summary>A volume for each data folder, since a container's account could not write into the folder itself.</summary>
    private string VolumeOf(string server) =>
        _run is { } run ? $"assessment-{run.FolderHash}-{server}" : $"assessment-{server}";
}
