using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Assessment.ServiceDefaults.Requests;

/// <summary>
/// Looks at what the serializer does not look at in the fields of a request. It honours the annotations of fields alone,
/// because it reads a list by the list's type, which carries none for its elements. For the same reason a body is a
/// record, and not a bare list.
/// </summary>
internal static class FieldValues
{
    public static void Check(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var annotations = new NullabilityInfoContext();
        var fields = type
            .Properties.Where(property => property.Get is not null)
            .Select(property =>
                (
                    property.Name,
                    property.Get,
                    Expected: property.AttributeProvider is PropertyInfo declared
                        ? ExpectedValue.OfField(annotations.Create(declared))
                        : null
                )
            )
            .Where(field => field.Expected is not null)
            .ToList();
        if (fields.Count == 0)
        {
            return;
        }

        type.OnDeserialized += read =>
        {
            foreach (var (name, get, expected) in fields)
            {
                if (expected!.FindOther(get!(read)) is { } place)
                {
                    throw new UnexpectedValue(name + place);
                }
            }
        };
    }
}
