using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Persistence.Files;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Files;

/// <summary>People with files, at the sample service.</summary>
internal static class FileCaller
{
    public static readonly Guid Cycle = Guid.Parse("0197a000-0000-7000-8000-000000000001");

    public static HttpClient Person(
        this SampleService service,
        string name = "anna",
        string township = "a",
        string role = Roles.TownshipAdministrator
    ) =>
        new()
        {
            BaseAddress = service.Address,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue(
                    "Bearer",
                    service
                        .Services.GetRequiredService<ServiceTickets>()
                        .Mint(
                            [
                                new(CallerClaims.Subject, name),
                                new(CallerClaims.Name, name),
                                new(CallerClaims.Role, role),
                                new(CallerClaims.Township, township),
                            ],
                            TimeProvider.System.GetUtcNow()
                        )
                ),
            },
        };

    public static async Task<HttpResponseMessage> SendFileAsync(
        this HttpClient client,
        byte[] content,
        string name = "佐证.txt"
    )
    {
        using var part = new ByteArrayContent(content);
        using var form = new MultipartFormDataContent
        {
            // As browsers do.
            HeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
        part.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            $"form-data; name=\"file\"; filename=\"{name}\""
        );
        form.Add(part);
        return await client.PostAsync($"/api/sample/files?cycle={Cycle}&purpose=evidence", form);
    }

    public static async Task<FileView> UploadAsync(
        this HttpClient client,
        byte[] content,
        string name = "佐证.txt"
    )
    {
        using var answer = await client.SendFileAsync(content, name);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {text}");
        return (await answer.Content.ReadFromJsonAsync<FileView>())!;
    }

    public static Task<byte[]> DownloadAsync(this HttpClient client, Guid id) =>
        client.GetByteArrayAsync($"/api/sample/files/{id}");

    public static async Task<string?> CodeAsync(this HttpResponseMessage answer) =>
        (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"];

    public static string PathOf(this SampleService service, string township, Guid id) =>
        Path.Combine(service.FilesFolder, township, $"{id:N}"[^2..], $"{id:N}");
}
