using System.Text.Json;
using Assessment.ServiceDefaults.Requests;
using Xunit;

namespace Assessment.ServiceDefaults.Tests.Requests;

/// <summary>What a record declares as never null is never null in it, at whatever depth; what it allows is taken.</summary>
public sealed class RequestJsonTest
{
    private static readonly JsonSerializerOptions s_options = Options();

    [Theory]
    [InlineData("""{"name":null}""", "$.name")]
    [InlineData("""{"name":"a","inner":{"title":null}}""", "$.inner.title")]
    [InlineData("""{"name":"a","inner":{"title":"b","note":null}}""", "$.inner.note")]
    [InlineData("""{"name":"a","note":null}""", "$.note")]
    public void NullForAField_ThatIsNeverNull_IsRefused(string json, string place) =>
        Assert.Equal(place, PlaceOf(json));

    [Theory]
    [InlineData("""{"name":"a","list":["b",null]}""", "$.list[1]")]
    [InlineData("""{"name":"a","array":[null]}""", "$.array[0]")]
    [InlineData("""{"name":"a","set":[null]}""", "$.set[0]")]
    [InlineData("""{"name":"a","texts":{"b":"c","d":null}}""", "$.texts['d']")]
    [InlineData("""{"name":"a","lists":[["b"],["c",null]]}""", "$.lists[1][1]")]
    [InlineData("""{"name":"a","lists":[null]}""", "$.lists[0]")]
    [InlineData("""{"name":"a","byKey":{"b":[null]}}""", "$.byKey['b'][0]")]
    [InlineData("""{"name":"a","inner":{"title":"b","list":[null]}}""", "$.inner.list[0]")]
    [InlineData("""{"name":"a","inners":[{"title":"b"},null]}""", "$.inners[1]")]
    [InlineData(
        """{"name":"a","inners":[{"title":"b","list":["c",null]}]}""",
        "$.inners[0].list[1]"
    )]
    public void NullForAnElement_ThatIsNeverNull_IsRefused(string json, string place) =>
        Assert.Equal(place, PlaceOf(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"a","inner":{}}""")]
    public void MissingField_ThatIsNeverNull_IsRefused(string json) =>
        Assert.NotNull(PlaceOf(json));

    [Theory]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":"a","list":null,"array":null,"texts":null,"lists":null,"inner":null}""")]
    [InlineData("""{"name":"a","list":[],"array":["b"],"texts":{"c":"d"},"lists":[[]]}""")]
    [InlineData("""{"name":"a","withGaps":["b",null],"gapsByKey":{"c":null}}""")]
    [InlineData("""{"name":"a","numbers":[1,null],"inner":{"title":"b","note":"c"}}""")]
    public void NullWhereTheRecordAllowsIt_IsTaken(string json) => Assert.Null(PlaceOf(json));

    [Fact]
    public void NumberThatIsLeftOut_IsZero() => Assert.Equal(0, Read("""{"name":"a"}""")!.Count);

    [Theory]
    [InlineData("""{"name":"a\u0000"}""", "$.name")]
    [InlineData("""{"name":"a","list":["b","\u0000"]}""", "$.list[1]")]
    [InlineData("""{"name":"a","texts":{"b":"\u0000"}}""", "$.texts['b']")]
    [InlineData("""{"name":"a","texts":{"\u0000":"b"}}""", "$.texts['\0']")]
    [InlineData("""{"name":"a\u0001"}""", null)]
    [InlineData("""{"name":"a","texts":{"b":"c"}}""", null)]
    public void TextWithNul_IsRefused(string json, string? place) =>
        Assert.Equal(place, PlaceOf(json));

    [Theory]
    [InlineData("""{"name":"a","day":"monday"}""", null)]
    [InlineData("""{"name":"a","day":1}""", "$.day")]
    [InlineData("""{"name":"a","day":-5}""", "$.day")]
    [InlineData("""{"name":"a","day":"1"}""", "$.day")]
    [InlineData("""{"name":"a","day":"someday"}""", "$.day")]
    [InlineData("""{"name":"a","day":"friday, saturday"}""", "$.day")]
    public void OneOfSeveralNames_IsOneOfThem(string json, string? place) =>
        Assert.Equal(place, PlaceOf(json));

    /// <returns>Null where the body is taken.</returns>
    private static string? PlaceOf(string json)
    {
        try
        {
            Read(json);
            return null;
        }
        catch (UnexpectedValue refused)
        {
            return refused.Place;
        }
        catch (JsonException refused)
        {
            return refused.Path;
        }
    }

    private static Outer? Read(string json) => JsonSerializer.Deserialize<Outer>(json, s_options);

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        RequestJson.Configure(options);
        return options;
    }

    private sealed record Outer(
        string Name,
        IReadOnlyList<string>? List = null,
        string[]? Array = null,
        ISet<string>? Set = null,
        IReadOnlyDictionary<string, string>? Texts = null,
        List<List<string>>? Lists = null,
        Dictionary<string, string[]>? ByKey = null,
        IReadOnlyList<string?>? WithGaps = null,
        IReadOnlyDictionary<string, string?>? GapsByKey = null,
        IReadOnlyList<int?>? Numbers = null,
        Inner? Inner = null,
        IReadOnlyList<Inner>? Inners = null,
        string Note = "",
        int Count = 0,
        DayOfWeek? Day = null
    );

    private sealed class Inner
    {
        public required string Title { get; init; }

        public string Note { get; init; } = "";

        public IReadOnlyList<string> List { get; init; } = [];
    }
}
