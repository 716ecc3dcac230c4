using System.Net;
using System.Net.Http.Json;
using Assessment.Persistence.Files;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.Testing.Sample;
using Xunit;

namespace Assessment.Persistence.Tests.Files;

public sealed class FileQuotaTest : IAsyncLifetime
{
    private const int Quota = 100;
    private SampleService _service = null!;

    public async Task InitializeAsync() =>
        _service = await SampleService.StartAsync(
            settings: new Dictionary<string, string?> { ["Files:TownshipQuota"] = $"{Quota}" }
        );

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task FileThatFillsTheQuota_IsTaken_AndOneByteMoreIsNot()
    {
        using var person = _service.Person();
        await person.UploadAsync(Text(Quota - 1));
        using (var tooMuch = await person.SendFileAsync(Text(2)))
        {
            Assert.Equal(HttpStatusCode.Conflict, tooMuch.StatusCode);
            Assert.Equal(
                DomainException.CodeOf(typeof(FilesMustFitTheTownshipsQuota)),
                await tooMuch.CodeAsync()
            );
        }

        await person.UploadAsync(Text(1));

        var list = await person.GetFromJsonAsync<FileList>(
            $"/api/sample/files?cycle={FileCaller.Cycle}"
        );
        Assert.Equal((Quota, Quota), (list!.Used, list.Quota));
        using var neighbour = _service.Person(township: "b");
        await neighbour.UploadAsync(Text(Quota));
    }

    /// <summary>Also the very first ones, when there is no row yet that they could lock.</summary>
    [Fact]
    public async Task UploadsAtTheSameMoment_DoNotPassTheQuotaTogether()
    {
        using var person = _service.Person();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => person.SendFileAsync(Text(30)))
        );

        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(
            3,
            Directory.GetFiles(_service.FilesFolder, "*", SearchOption.AllDirectories).Length
        );
        Array.ForEach(answers, answer => answer.Dispose());
    }

    private static byte[] Text(int size)
    {
        var text = new byte[size];
        Array.Fill(text, (byte)'a');
        return text;
    }
}
