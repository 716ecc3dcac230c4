using System.Globalization;
using Assessment.Engine.Facts;
using Assessment.Engine.Forms;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>collection</c>: what the platform must gather.</summary>
internal sealed class CollectionReader(ReadingState state)
{
    internal Collection Read(YamlMap root)
    {
        if (root.OptionalMap("collection") is not { } map)
        {
            return new(null, null, [], [.. state.Events.Values], []);
        }

        var collection = new Collection(
            map.OptionalMap("survey") is { } survey ? ReadSurvey(survey) : null,
            map.OptionalMap("hotline") is { } hotline ? ReadHotline(hotline) : null,
            [.. map.OptionalMaps("lines").Select(line => LineReader.Read(line, state))],
            [.. state.Events.Values],
            ReadPanels(map)
        )
        {
            Signature = map.OptionalMap("signature") is { } signature
                ? ReadSignature(signature)
                : null,
        };
        map.Close();
        return collection;
    }

    private Citation ReadSignature(YamlMap map)
    {
        var citation = state.Citation(map, "collection.signature");
        map.Close();
        return citation;
    }

    private List<Panel> ReadPanels(YamlMap map)
    {
        var forms = ReadForms(map);
        var reader = new PanelReader(state, forms);
        var panels = new List<Panel>();
        foreach (var (id, written) in DeclarationReader.Named(map.OptionalMap("panels"), state))
        {
            if (reader.Read(id, written) is { } panel)
            {
                panels.Add(panel);
            }
        }
        foreach (var unused in reader.UnusedForms)
        {
            state.Problems.Add(
                map.KeyNode("forms"),
                "unused",
                $"“forms”里的“{unused}”没有任何测评用到"
            );
        }

        return panels;
    }

    /// <summary>By id; null where a form could not be read.</summary>
    private Dictionary<string, ScoringForm?> ReadForms(YamlMap map)
    {
        var ids = new WrittenOnce(state, "测评表");
        var reader = new FormReader(state);
        var forms = new Dictionary<string, ScoringForm?>(StringComparer.Ordinal);
        foreach (var written in map.OptionalMaps("forms"))
        {
            var id = written.Text("id");
            ids.Check(written, id);
            forms[id] = reader.Read(written);
        }
        return forms;
    }

    private SurveyCollection ReadSurvey(YamlMap map)
    {
        var campaigns = map.Maps("campaigns").Select(ReadCampaign).ToList();
        var survey = new SurveyCollection(
            map.Has("households") ? Fact(map, "households") : null,
            map.Has("partyMembers") ? Fact(map, "partyMembers") : null,
            campaigns,
            state.Citation(map, "collection.survey")
        );
        map.Close();
        return survey;
    }

    private SurveyCampaign ReadCampaign(YamlMap map)
    {
        // A campaign reports what it finds as one of several sources.
        var item = Fact(map, "fact", fact => fact.Sources.Count > 0);
        state.Surveyed.Add(item);
        var channel = map.Text("channel");
        var wave = map.OptionalText("wave");
        var coverage = map.OptionalMap("coverage");
        var campaign = new SurveyCampaign(
            channel,
            wave,
            map.Text("title"),
            item,
            map.Text("questionnaire"),
            coverage is null ? null : state.OptionalConstant(coverage, "households")?.Value,
            coverage is null ? null : state.OptionalConstant(coverage, "householdsLimit")?.Value,
            coverage is null ? null : state.OptionalConstant(coverage, "partyMembers")?.Value
        );
        coverage?.Close();
        if (state.Facts.TryGetValue(item, out var fact))
        {
            new FactParts(map, fact, state.Problems).Check("channel", channel, "wave", wave);
        }

        map.Close();
        return campaign;
    }

    private HotlineCollection ReadHotline(YamlMap map)
    {
        var hotline = new HotlineCollection(
            map.Text("item"),
            Fact(map, "tickets"),
            map.Texts("sources"),
            ReadDay(map, "from"),
            ReadDay(map, "to"),
            state.Citation(map, "collection.hotline")
        );
        map.Close();
        return hotline;
    }

    private string Fact(YamlMap map, string key) => Fact(map, key, fact => !fact.AnySource);

    /// <param name="usable">Which facts may be named there: others are not offered.</param>
    private string Fact(YamlMap map, string key, Func<FactDeclaration, bool> usable)
    {
        var item = map.Text(key);
        if (state.Facts.TryGetValue(item, out var fact))
        {
            state.Used.Add(fact);
        }
        else if (item.Length > 0)
        {
            state.Problems.Add(
                map.Take(key)!,
                "fact-unknown",
                $"“facts”里没有声明“{item}”{NearestName.Hint(item, state.Facts.Values.Where(usable).Select(one => one.Item))}"
            );
        }

        return item;
    }

    private MonthDay ReadDay(YamlMap map, string key)
    {
        var text = map.Text(key);
        // Read in a leap year, so that 29 February is a day.
        if (
            DateOnly.TryParseExact(
                $"2000-{text}",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return new(day.Month, day.Day);
        }
        if (map.Take(key) is YamlScalarNode node)
        {
            state.Problems.Add(node, "day-expected", $"“{key}”应当是月-日，例如 01-01");
        }

        return new(1, 1);
    }
}
