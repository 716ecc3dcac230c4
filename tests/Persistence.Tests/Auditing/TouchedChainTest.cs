using Assessment.Audit;
using Assessment.Testing.Sample;
using Xunit;

namespace Assessment.Persistence.Tests.Auditing;

/// <summary>Whoever passes by the platform and changes the log in the database is found, and the place is named.</summary>
public sealed class TouchedChainTest : IAsyncLifetime
{
    private const int Entries = 6;
    private SampleService _service = null!;

    public async Task InitializeAsync()
    {
        _service = await SampleService.StartAsync();
        await _service.WriteAsync(Entries);
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Untouched_IsInOrder() => Assert.Null(await _service.ProblemAsync());

    [Theory]
    [InlineData("\"Who\" = 'somebody'")]
    [InlineData("\"Duty\" = 'leader'")]
    [InlineData("\"At\" = \"At\" + interval '1 microsecond'")]
    [InlineData("\"Action\" = 'note.read'")]
    [InlineData("\"Subject\" = 'note:9'")]
    [InlineData("\"Cycle\" = '00000000-0000-0000-0000-000000000000'")]
    [InlineData("\"Reason\" = NULL")]
    [InlineData("\"Reason\" = ''")]
    [InlineData("\"Before\" = NULL")]
    [InlineData("\"After\" = '{\"value\":4}'")]
    [InlineData("\"PreviousHash\" = \"Hash\"")]
    public async Task ChangedRow_IsNamed(string change)
    {
        await _service.TouchAsync($"""UPDATE audit_entries SET {change} WHERE "Sequence" = 4""");

        Assert.Equal((4, ChainFault.Changed), Place(await _service.ProblemAsync()));
    }

    [Fact]
    public async Task DeletedRow_IsNamed()
    {
        await _service.TouchAsync("""DELETE FROM audit_entries WHERE "Sequence" = 3""");

        Assert.Equal((3, ChainFault.Missing), Place(await _service.ProblemAsync()));
    }

    [Fact]
    public async Task DeletedLastRow_IsNamed()
    {
        await _service.TouchAsync($"""DELETE FROM audit_entries WHERE "Sequence" = {Entries}""");

        Assert.Equal((Entries, ChainFault.Missing), Place(await _service.ProblemAsync()));
    }

    [Fact]
    public async Task SwappedRows_TheFirstIsNamed()
    {
        await _service.TouchAsync(
            """
            UPDATE audit_entries SET "Sequence" = 99 WHERE "Sequence" = 2;
            UPDATE audit_entries SET "Sequence" = 2 WHERE "Sequence" = 5;
            UPDATE audit_entries SET "Sequence" = 5 WHERE "Sequence" = 99;
            """
        );

        Assert.Equal((2, ChainFault.Changed), Place(await _service.ProblemAsync()));
    }

    [Fact]
    public async Task RowWithAHashOfItsOwn_BreaksTheLinkToTheNext()
    {
        var third = (await _service.EntriesAsync())[2].ToRecord("sample") with { Who = "somebody" };
        await _service.TouchAsync(
            $"""UPDATE audit_entries SET "Who" = 'somebody', "Hash" = '{AuditHash.Of(third)}' WHERE "Sequence" = 3"""
        );

        Assert.Equal((4, ChainFault.Unlinked), Place(await _service.ProblemAsync()));
    }

    [Fact]
    public async Task LastRowWithAHashOfItsOwn_DiffersFromTheHeadThatIsKept()
    {
        var last = (await _service.EntriesAsync())[^1].ToRecord("sample") with { Who = "somebody" };
        await _service.TouchAsync(
            $"""UPDATE audit_entries SET "Who" = 'somebody', "Hash" = '{AuditHash.Of(last)}' WHERE "Sequence" = {Entries}"""
        );

        Assert.Equal((Entries, ChainFault.HeadDiffers), Place(await _service.ProblemAsync()));
    }

    [Fact]
    public async Task LostEndOfTheChain_IsNamed()
    {
        await _service.TouchAsync("DELETE FROM audit_chains");

        Assert.Equal((0, ChainFault.Unannounced), Place(await _service.ProblemAsync()));
    }

    private static (long, ChainFault) Place(ChainProblem? problem) =>
        (problem!.Sequence, problem.Fault);
}
