using System.Text.Json.Nodes;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>Makes one thing in a JSON body other than it should be.</summary>
public static class Spoiling
{
    private const int ManyElements = 2_000;
    private const int ShortElement = 100;
    private const int Deep = 100;

    /// <returns>The body, which may be another one if it was the whole that was spoilt.</returns>
    public static JsonNode? Once(Random random, JsonNode? body)
    {
        var places = PlacesIn(body).ToList();
        if (places.Count == 0 || random.Next(20) == 0)
        {
            return Replacement(random, body);
        }

        switch (OddTexts.Pick(random, places))
        {
            case (JsonObject parent, string name):
                SpoilField(random, parent, name);
                break;
            case (JsonArray parent, int index):
                SpoilElement(random, parent, index);
                break;
        }

        return body;
    }

    private static void SpoilField(Random random, JsonObject parent, string name)
    {
        switch (random.Next(8))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent["another"] = Replacement(random, parent[name]);
                break;
            case 2:
                parent[name] = null;
                break;
            default:
                parent[name] = Replacement(random, parent[name]);
                break;
        }
    }

    private static void SpoilElement(Random random, JsonArray parent, int index)
    {
        switch (random.Next(6))
        {
            case 0:
                parent.RemoveAt(index);
                break;
            case 1:
                parent.Insert(index, item: null);
                break;
            case 2:
                parent[index] = null;
                break;
            default:
                parent[index] = Replacement(random, parent[index]);
                break;
        }
    }

    private static JsonNode? Replacement(Random random, JsonNode? was) =>
        random.Next(10) switch
        {
            0 => null,
            1 => random.Next(2) == 0,
            2 or 3 => JsonNode.Parse(OddNumbers.Any(random)),
            4 => new JsonObject { ["a"] = was?.DeepClone() },
            5 => new JsonArray(was?.DeepClone()),
            6 => new JsonArray([.. Repeated(random, was)]),
            7 => Nested(random.Next(2, Deep)),
            _ => OddTexts.Any(random),
        };

    private static IEnumerable<JsonNode?> Repeated(Random random, JsonNode? was)
    {
        var isShort = was is null || was.ToJsonString().Length <= ShortElement;
        return Enumerable
            .Range(0, isShort && random.Next(3) == 0 ? ManyElements : random.Next(4))
            .Select(_ => random.Next(3) == 0 ? null : was?.DeepClone());
    }

    private static JsonNode Nested(int depth) =>
        Enumerable
            .Range(0, depth)
            .Aggregate((JsonNode)new JsonArray(), (inner, _) => new JsonArray(inner));

    private static IEnumerable<(JsonNode Parent, object Place)> PlacesIn(JsonNode? node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field =>
                PlacesIn(field.Value).Prepend((fields, (object)field.Key))
            ),
            JsonArray elements => elements.SelectMany(
                (element, index) => PlacesIn(element).Prepend((elements, (object)index))
            ),
            _ => [],
        };
}
