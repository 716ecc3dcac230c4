using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Assessment.Testing.Servers;

/// <summary>A RabbitMQ with its management interface, whoever started it.</summary>
/// <param name="connectionString">amqp:// with user and password, for the default virtual host.</param>
public sealed class Broker(string connectionString, Uri management)
{
    public string ConnectionString => connectionString;

    public Uri Management => management;

    /// <summary>Makes a virtual host, in which a test is alone, and gives its connection string.</summary>
    public async Task<string> CreateVirtualHostAsync(
        string name,
        CancellationToken cancellationToken = default
    )
    {
        using var http = ManagementClient();
        using var created = await http.PutAsJsonAsync(
            $"api/vhosts/{name}",
            new { },
            cancellationToken
        );
        created.EnsureSuccessStatusCode();
        return $"{connectionString}/{name}";
    }

    /// <summary>With its queues and connections.</summary>
    /// <param name="virtualHost">Its connection string.</param>
    public async Task DeleteVirtualHostAsync(
        string virtualHost,
        CancellationToken cancellationToken = default
    )
    {
        using var http = ManagementClient();
        using var deleted = await http.DeleteAsync(
            new Uri($"api/vhosts{new Uri(virtualHost).AbsolutePath}", UriKind.Relative),
            cancellationToken
        );
        deleted.EnsureSuccessStatusCode();
    }

    /// <summary>Signed in to the management interface.</summary>
    public HttpClient ManagementClient() =>
        new()
        {
            BaseAddress = management,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue(
                    "Basic",
                    Convert.ToBase64String(
                        Encoding.UTF8.GetBytes(
                            Uri.UnescapeDataString(new Uri(connectionString).UserInfo)
                        )
                    )
                ),
            },
        };
}
