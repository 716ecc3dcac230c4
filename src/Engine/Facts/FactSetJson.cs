using System.Text.Json;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Facts;

/// <summary>Reads and writes facts.json. What it does not know it refuses: a misspelt field would change somebody's result.</summary>
public static class FactSetJson
{
    /// <exception cref="FactSetException">The text is not a facts file.</exception>
    public static FactSet Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FactSet>(json, StrictJson.Options)
                ?? throw NotAFactsFile("内容为空");
        }
        catch (JsonException exception)
        {
            throw new FactSetException(FactsFileProblems.Of(json, exception));
        }
    }

    /// <inheritdoc cref="Read(string)"/>
    public static FactSet Read(Stream json)
    {
        using var reader = new StreamReader(json);
        return Read(reader.ReadToEnd());
    }

    public static string Write(FactSet facts) =>
        JsonSerializer.Serialize(facts, StrictJson.Options);

    private static FactSetException NotAFactsFile(string why) =>
        new([FactsFileProblems.Problem("", why)]);
}
