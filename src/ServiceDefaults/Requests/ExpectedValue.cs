using System.Collections;
using System.Reflection;

namespace Assessment.ServiceDefaults.Requests;

/// <summary>
/// What a value of a request is by its declaration: null only where that says so, at whatever depth of lists and
/// dictionaries, one of an enumeration's names, and a text without the character NUL. PostgreSQL stores no such text; every
/// statement with one fails.
/// </summary>
internal sealed record ExpectedValue
{
    private const char Nul = '\0';

    private ExpectedValue(NullabilityInfo declared)
    {
        MayBeNull = declared.Type.IsValueType || declared.ReadState != NullabilityState.NotNull;
        IsTextOrName =
            declared.Type == typeof(string)
            || (Nullable.GetUnderlyingType(declared.Type) ?? declared.Type).IsEnum;
        Elements = ElementOf(declared) is { } element
            ? OrNothing(new ExpectedValue(element))
            : null;
    }

    private bool MayBeNull { get; init; }

    private bool IsTextOrName { get; }

    /// <summary>Of a list its elements, of a dictionary its values.</summary>
    private ExpectedValue? Elements { get; }

    /// <returns>Null where there is nothing to look for: that a field itself is null is looked at by the serializer.</returns>
    public static ExpectedValue? OfField(NullabilityInfo declared) =>
        OrNothing(new ExpectedValue(declared) { MayBeNull = true });

    /// <returns>The place of the first other value within this one, as <c>[3]</c> or <c>['key'][0]</c>; null where there is none.</returns>
    public string? FindOther(object? value) =>
        value switch
        {
            null => MayBeNull ? null : "",
            string text => text.Contains(Nul, StringComparison.Ordinal) ? "" : null,
            // Several names together would be read as one more value.
            Enum one => Enum.IsDefined(one.GetType(), one) ? null : "",
            IDictionary values => FindIn(values),
            IEnumerable list => Elements is null ? null : FindIn(list),
            _ => null,
        };

    private string? FindIn(IEnumerable list) =>
        list.Cast<object?>()
            .Select((element, index) => Within($"[{index}]", Elements!.FindOther(element)))
            .FirstOrDefault(place => place is not null);

    private string? FindIn(IDictionary values)
    {
        foreach (DictionaryEntry value in values)
        {
            var place = $"['{value.Key}']";
            if (value.Key is string key && key.Contains(Nul, StringComparison.Ordinal))
            {
                return place;
            }

            if (Within(place, Elements?.FindOther(value.Value)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Within(string place, string? found) =>
        found is null ? null : place + found;

    private static ExpectedValue? OrNothing(ExpectedValue value) =>
        value is { MayBeNull: true, IsTextOrName: false, Elements: null } ? null : value;

    private static NullabilityInfo? ElementOf(NullabilityInfo list) =>
        list switch
        {
            { ElementType: { } element } => element,
            { GenericTypeArguments: [var element] } when Enumerates(list.Type, element.Type) =>
                element,
            { GenericTypeArguments: [var key, var value] }
                when Enumerates(
                    list.Type,
                    typeof(KeyValuePair<,>).MakeGenericType(key.Type, value.Type)
                ) => value,
            _ => null,
        };

    private static bool Enumerates(Type list, Type element) =>
        list.IsAssignableTo(typeof(IEnumerable<>).MakeGenericType(element));
}
