using System.Text.Json;
using Assessment.Engine.Decisions;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Results;

/// <summary>
/// The facts in one order and with one way of writing numbers, and without who, when and from what evidence.
/// What is absent is not written, so that a later kind of attribute leaves old digests as they are; nor are
/// declared attributes or a list of decisions where there are none.
/// </summary>
internal static class CanonicalFacts
{
    internal static void Write(Utf8JsonWriter writer, FactSet facts)
    {
        writer.WriteStartObject();
        writer.WriteString("scheme", facts.Scheme);
        writer.WriteNumber("year", facts.Year);
        List(writer, "areas", CanonicalOrder.ById(facts.Areas, area => area.Id), Write);
        List(writer, "staff", CanonicalOrder.ById(facts.Staff, person => person.Id), Write);
        List(writer, "facts", CanonicalOrder.Of(facts.Facts), Write);
        List(writer, "events", CanonicalOrder.ById(facts.Events, happened => happened.Id), Write);
        if (facts.Decisions.Count > 0)
        {
            var decisions = CanonicalOrder.ById(facts.Decisions, decision => decision.Subject);
            List(writer, "decisions", decisions, Write);
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Area area)
    {
        Text(writer, "id", area.Id);
        Text(writer, "name", area.Name);
        Text(writer, "category", area.Category);
        Number(writer, "households", area.Households);
        Number(writer, "partyMembers", area.PartyMembers);
        Attributes(writer, area.Attributes);
    }

    private static void Write(Utf8JsonWriter writer, StaffMember person)
    {
        Text(writer, "id", person.Id);
        Text(writer, "area", person.Area);
        Text(writer, "name", person.Name);
        Text(writer, "post", person.Post);
        Flag(writer, "presiding", person.Presiding);
        Flag(writer, "onSite", person.OnSite);
        Text(writer, "identity", person.Identity);
        Number(writer, "months", person.Months);
        Number(writer, "leaveMonths", person.LeaveMonths);
        Flag(writer, "retiredInYear", person.RetiredInYear);
        Text(writer, "previousGrade", person.PreviousGrade);
        Number(writer, "base", person.Base);
        Attributes(writer, person.Attributes);
    }

    private static void Attributes(Utf8JsonWriter writer, AttributeValues values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("attributes");
        foreach (var (id, value) in values)
        {
            Number(writer, id, value.Number);
            Flag(writer, id, value.Flag);
            Text(writer, id, value.Text);
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Fact fact)
    {
        Text(writer, "subject", fact.Subject);
        Text(writer, "item", fact.Item);
        Text(writer, "by", fact.By);
        Text(writer, "period", fact.Period);
        Value(writer, fact.Value);
        Number(writer, "count", fact.Count);
        Number(writer, "eligible", fact.Eligible);
    }

    private static void Write(Utf8JsonWriter writer, AssessmentEvent happened)
    {
        Text(writer, "id", happened.Id);
        Text(writer, "subject", happened.Subject);
        Text(writer, "rule", happened.Rule);
        Text(writer, "level", happened.Level);
        Number(writer, "points", happened.Points);
        Number(writer, "count", happened.Count);
        Text(writer, "item", happened.Item);
        Text(writer, "work", happened.Work);
        Text(writer, "award", happened.Award);
        Text(writer, "holder", happened.Holder);
        Number(writer, "waiver", happened.Waiver);
        Text(writer, "date", happened.Date?.ToString("O"));
    }

    private static void Write(Utf8JsonWriter writer, Decision decision)
    {
        Text(writer, "subject", decision.Subject);
        Text(writer, "grade", decision.Grade);
        Text(writer, "tier", decision.Tier);
        Text(writer, "reason", decision.Reason);
    }

    private static void List<T>(
        Utf8JsonWriter writer,
        string name,
        IEnumerable<T> elements,
        Action<Utf8JsonWriter, T> write
    )
    {
        writer.WriteStartArray(name);
        foreach (var element in elements)
        {
            writer.WriteStartObject();
            write(writer, element);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
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
    }

    /// <summary>A mean as its sum and count, a fraction in lowest terms, and everything else as a number.</summary>
    private static void Value(Utf8JsonWriter writer, FactValue value)
    {
        writer.WritePropertyName("value");
        if (value.Mean is { } mean)
        {
            writer.WriteStartObject();
            Number(writer, "sum", mean.Sum);
            Number(writer, "count", mean.Count);
            writer.WriteEndObject();
        }
        else
        {
            RationalJsonConverter.WriteNumber(writer, value.Number);
        }
    }

    private static void Flag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }
}
