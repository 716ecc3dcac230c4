using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>An operator where it is written, and what its construct needs to read itself.</summary>
/// <param name="Points">Points (分值) of the item that the calculation belongs to; null where there are none.</param>
internal sealed record WrittenOperator(
    ExpressionReader Reader,
    YamlMap Map,
    string Key,
    Constant? Points
)
{
    internal ReadingState State => Reader.State;

    internal SheetScope Scope => Reader.Scope;

    /// <summary>What is written under the operator's word.</summary>
    internal YamlNode Node => Map.Take(Key)!;

    internal string Text() => Map.Text(Key);

    internal Expression Operand() => Reader.Read(Node);

    internal IReadOnlyList<Expression> Operands() =>
        [.. Map.List(Key).Select(node => Reader.Read(node))];

    /// <summary>Operands that are all in one unit.</summary>
    internal IReadOnlyList<Expression> LikeOperands()
    {
        var parts = Map.List(Key)
            .Select(node => new UnitRelations.Part(node, Reader.Read(node)))
            .ToList();
        Scope.Units.Add(parts);
        return [.. parts.Select(part => part.Of)];
    }

    /// <summary>The value of the sheet that the operator names; null where there is none, which is reported.</summary>
    /// <param name="expected">What it should be, after the operator's word.</param>
    internal (int Column, string Id, string Title)? Named(string expected)
    {
        var name = Text();
        if (Scope.Names.TryGetValue(name, out var named))
        {
            return (named.Column, name, named.Title);
        }

        Report(
            Node,
            "name-unknown",
            $"“{Key}”应当是{expected}，没有“{name}”{NearestName.Hint(name, Reader.Usable)}"
        );
        return null;
    }

    internal AbsentMeaning Absent() => AbsentMeaning.Read(Map, State);

    internal void Report(YamlNode at, string code, string message) =>
        State.Problems.Add(at, code, message);

    /// <summary>The fact that the operator names; null where it is not declared, which is reported.</summary>
    /// <param name="usable">Which facts may be read there: others are not offered.</param>
    internal FactDeclaration? Declared(string item, Func<FactDeclaration, bool> usable)
    {
        if (State.Facts.TryGetValue(item, out var declaration))
        {
            State.Used.Add(declaration);
            return declaration;
        }

        Report(
            Node,
            "fact-unknown",
            $"“facts”里没有声明“{item}”{NearestName.Hint(item, State.Facts.Values.Where(usable).Select(fact => fact.Item))}"
        );
        return null;
    }

    /// <summary>What counts in the place of a fact is in its unit.</summary>
    internal void CheckAbsent(AbsentMeaning absent, FactDeclaration fact)
    {
        if (absent.Value is { } value && Map.Take("absent") is { } node)
        {
            UnitRelations.Check(node, value, Unit.Named(fact.Unit), State.Problems);
        }
    }
}
