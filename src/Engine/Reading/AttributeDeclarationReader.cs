using System.Text.RegularExpressions;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>attributes</c>: what registers are to keep of areas and people besides what every register has.</summary>
internal static partial class AttributeDeclarationReader
{
    private const int MatchLimit = 1000;

    private static readonly (string Word, bool OfAreas)[] Subjects =
    [
        ("areas", true),
        ("staff", false),
    ];

    private static readonly (string Word, AttributeKind Kind)[] Kinds =
    [
        ("number", AttributeKind.Number),
        ("whole", AttributeKind.Whole),
        ("text", AttributeKind.Text),
        ("flag", AttributeKind.Flag),
        ("date", AttributeKind.Date),
        ("choice", AttributeKind.Choice),
    ];

    internal static void Read(YamlMap root, ReadingState state)
    {
        var written = root.OptionalMap("attributes");
        foreach (var (id, map) in DeclarationReader.Named(written, state))
        {
            CheckId(id, written!.KeyNode(id), state);
            var title = map.Text("title");
            var ofAreas = KnownWord.Read(map, "of", "attribute-of-unknown", Subjects, state);
            var kind = KnownWord.Read(map, "type", "attribute-type-unknown", Kinds, state);
            var isNumeric = kind is AttributeKind.Number or AttributeKind.Whole;
            var declaration = new AttributeDeclaration(
                id,
                title,
                ofAreas ?? true,
                kind ?? AttributeKind.Text
            )
            {
                Unit = isNumeric ? map.OptionalText("unit") : null,
                Range = isNumeric ? DeclarationReader.ReadRange(map, "range", state) : null,
                Values = kind is AttributeKind.Choice ? ReadValues(map, state) : [],
                IsRequired = map.Flag("required", otherwise: false),
            };
            CheckTitle(declaration, map, state);
            state.Attributes[id] = declaration;
            if (kind is null)
            {
                // What belongs to it is not known either.
                _ = map.Entries();
                state.UnreadAttributes.Add(id);
            }

            if (isNumeric)
            {
                DeclarationReader.CheckRange(map, declaration.Unit, state);
            }

            map.Close();
        }
    }

    private static void CheckId(string id, YamlNode at, ReadingState state)
    {
        if (!Id().IsMatch(id))
        {
            state.Problems.Add(
                at,
                "attribute-id-invalid",
                $"附加项的编号应当以小写英文字母开头，只用英文字母和数字，不超过 64 个，不是“{id}”"
            );
        }
        else if (RegisterWords.Ids.Contains(id))
        {
            state.Problems.Add(at, "attribute-taken", $"“{id}”是名册本来就有的，附加项须另取编号");
        }
    }

    private static void CheckTitle(AttributeDeclaration one, YamlMap map, ReadingState state)
    {
        if (one.Title.Length == 0)
        {
            return;
        }

        var taken =
            RegisterWords.Titles.Contains(one.Title) ? "名册本来就有的一列"
            : state.Attributes.Values.FirstOrDefault(other =>
                other.OfAreas == one.OfAreas && other.Title == one.Title
            )
                is { } other
                ? $"附加项“{other.Id}”的名称"
            : null;
        if (taken is not null)
        {
            state.Problems.Add(
                map.Take("title")!,
                "attribute-taken",
                $"“{one.Title}”是{taken}，附加项“{one.Id}”须另取名称"
            );
        }
    }

    private static List<string> ReadValues(YamlMap map, ReadingState state)
    {
        var values = new List<string>();
        foreach (var node in map.List("values"))
        {
            if (node is not YamlScalarNode { Value: { Length: > 0 } value })
            {
                state.Problems.Add(node, "text-expected", "“values”的每一项应当是文字");
            }
            else if (values.Contains(value, StringComparer.Ordinal))
            {
                state.Problems.Add(node, "attribute-value-twice", $"“values”里“{value}”写了两次");
            }
            else
            {
                values.Add(value);
            }
        }
        return values;
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,63}$", RegexOptions.None, MatchLimit)]
    private static partial Regex Id();
}
