using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

/// <summary>
/// A division of decimals is cut off after 28 digits, and a cent may hang on it. Looks into the compiled engine for
/// calls of one.
/// </summary>
public sealed class NoDecimalDivisionTest
{
    /// <summary>Divides by one, which drops the zeros at a number's end and changes no value.</summary>
    private const string Allowed = "Assessment.Engine.Results.ResultNumbers";

    private static readonly string[] Divisions = ["op_Division", "Divide"];

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    [Fact]
    public void Engine_DividesNoDecimals() =>
        Assert.Equal([Allowed], Dividing(typeof(Evaluator).Assembly.Location).Distinct());

    /// <summary>The types with a method that calls a division of decimals.</summary>
    private static IEnumerable<string> Dividing(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        var divisions = metadata
            .MemberReferences.Where(handle =>
                IsDivision(metadata, metadata.GetMemberReference(handle))
            )
            .Select(handle => MetadataTokens.GetToken(handle))
            .ToHashSet();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var body = file.GetMethodBody(method.RelativeVirtualAddress);
            if (Calls(body.GetILReader()).Any(divisions.Contains))
            {
                yield return NameOf(metadata, method.GetDeclaringType());
            }
        }
    }

    private static bool IsDivision(MetadataReader metadata, MemberReference member) =>
        Divisions.Contains(metadata.GetString(member.Name))
        && member.Parent.Kind == HandleKind.TypeReference
        && metadata.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
        && metadata.GetString(type.Name) == nameof(Decimal)
        && metadata.GetString(type.Namespace) == nameof(System);

    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        // What the compiler makes of lambdas is within the type in which they are written.
        return type.GetDeclaringType() is { IsNil: false } outer
            ? NameOf(metadata, outer)
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    /// <summary>The tokens of the methods that are called or pointed at.</summary>
    private static List<int> Calls(BlobReader il)
    {
        var tokens = new List<int>();
        while (il.RemainingBytes > 0)
        {
            short value = il.ReadByte();
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | il.ReadByte()));
            }

            var code = OpCodesByValue[value];
            switch (code.OperandType)
            {
                case OperandType.InlineMethod:
                    tokens.Add(il.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    var targets = il.ReadInt32();
                    il.Offset += 4 * targets;
                    break;
                default:
                    il.Offset += SizeOf(code.OperandType);
                    break;
            }
        }
        return tokens;
    }

    private static int SizeOf(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI => 1,
            OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
}
