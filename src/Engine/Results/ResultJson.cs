using System.Text;
using System.Text.Json;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Results;

/// <summary>Writes results in the form of expected.json: the scheme decides which optional fields there are.</summary>
public static class ResultJson
{
    /// <param name="withPayouts">Whether the amounts are for whoever reads it.</param>
    public static string Write(EvaluationResult result, bool withPayouts = true)
    {
        using var stream = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                stream,
                new() { Indented = true, Encoder = EngineJson.Options.Encoder }
            )
        )
        {
            Write(writer, result, withPayouts);
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static void Write(
        Utf8JsonWriter writer,
        EvaluationResult result,
        bool withPayouts = true
    )
    {
        writer.WriteStartObject();
        writer.WriteString("scheme", result.Scheme.Id);
        writer.WriteStartArray("areas");
        foreach (var area in result.Areas)
        {
            WriteArea(writer, result.Scheme.Rules.Areas!, area);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("staff");
        var classes = result.Scheme.Rules.StaffClasses;
        // One form for all staff: a field that some class has is written for everybody.
        var bands = classes.Any(one => one.Bands.Count > 0);
        var flags = classes.Any(one => one.Flags.Count > 0);
        foreach (var person in result.Staff)
        {
            WritePerson(writer, person, bands, flags);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("payouts");
        foreach (var line in withPayouts ? result.Payouts.InOrderOfPersons() : [])
        {
            writer.WriteStartObject();
            writer.WriteString("person", line.Person);
            Number(writer, "amount", line.Amount?.Yuan);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("subject", finding.Subject);
            writer.WriteString("detail", finding.Detail);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteArea(Utf8JsonWriter writer, ScoreSheet sheet, AreaResult area)
    {
        writer.WriteStartObject();
        writer.WriteString("id", area.Id);
        Number(writer, "total", area.Total);
        Number(writer, "rank", area.Rank);
        writer.WriteString("grade", area.Grade);
        if (sheet.Tiers.Count > 0)
        {
            writer.WriteString("tier", area.Tier);
        }

        if (sheet.Bonus is not null)
        {
            Number(writer, "bonus", area.Bonus);
        }

        if (sheet.Deduction is not null)
        {
            Number(writer, "deduction", area.Deduction);
        }

        if (sheet.Progress is not null)
        {
            Number(writer, "progress", area.Progress);
        }

        Proposed(writer, "proposedGrade", area.ProposedGrade);
        Proposed(writer, "proposedTier", area.ProposedTier);
        Items(writer, (ItemValues)area.Items);
        writer.WriteEndObject();
    }

    private static void WritePerson(
        Utf8JsonWriter writer,
        StaffResult person,
        bool bands,
        bool flags
    )
    {
        writer.WriteStartObject();
        writer.WriteString("id", person.Id);
        Number(writer, "total", person.Total);
        Number(writer, "rank", person.Rank);
        writer.WriteString("grade", person.Grade);
        if (bands)
        {
            writer.WriteString("band", person.Band);
        }

        if (flags)
        {
            writer.WriteStartArray("flags");
            foreach (var flag in person.Flags)
            {
                writer.WriteStringValue(flag);
            }

            writer.WriteEndArray();
        }
        Proposed(writer, "proposedGrade", person.ProposedGrade);
        Items(writer, (ItemValues)person.Items);
        writer.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter writer, ItemValues items)
    {
        writer.WriteStartObject("items");
        for (var i = 0; i < items.Count; i++)
        {
            if (items.Exact(i) is { } value)
            {
                writer.WriteNumber(items.Name(i), ResultNumbers.Item(value));
            }
        }
        writer.WriteEndObject();
    }

    /// <summary>Only where something was decided.</summary>
    private static void Proposed(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, ResultNumbers.Normalized(number));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
