using YamlDotNet.Core;

namespace Assessment.Engine.Reading;

/// <summary>Says in Chinese why a text is not YAML; the parser says it in English.</summary>
internal static class YamlSyntax
{
    internal const string Unfinished = "此处之后的内容无法解析，括号或引号可能没有成对";
    private const string General = "此处附近的写法不符合 YAML 的规则";
    private const string DuplicateKey = "Duplicate key ";
    internal const string Tab = "缩进里有制表符（Tab），请改用空格";
    private const string Braces = "花括号没有成对，或各项之间缺少逗号";
    private const string SquareBrackets = "方括号没有成对，或各项之间缺少逗号";
    private const string Misaligned = "缩进不对：此处的内容不属于上面的任何一项";

    /// <summary>Parts of the parser's sentences, each with what to say instead.</summary>
    private static readonly (string Part, string Chinese)[] Known =
    [
        ("found invalid tab", Tab),
        ("found a tab character", Tab),
        ("quoted scalar, found unexpected", "引号没有成对，缺少结束的引号"),
        ("quoted scalar, found wrong indentation", "引号没有成对，或引号里的文字换行后缩进不对"),
        ("unknown escape character", "双引号里的反斜杠（\\）后面不是允许的字符"),
        ("While parsing a flow mapping", Braces),
        ("While parsing a flow sequence", SquareBrackets),
        ("expected node content", "此处应当有内容，可能多写了逗号或括号"),
        ("While scanning a simple key", "应当是“键: 值”的形式，此处缺少冒号，或冒号后面缺少空格"),
        (
            "found invalid mapping",
            "此处的“: ”不该出现：缩进不对，上一行缺少“: ”，或文字里有冒号而没有加引号"
        ),
        (
            "While parsing a block mapping",
            "缩进不对，或不是“键: 值”的形式：同一层的各个键应当左对齐，引号后面不能再有文字"
        ),
        ("While parsing a block collection", "缩进不对：同一层的各个“-”应当左对齐"),
        ("<document start>", Misaligned),
        ("<document end>", Misaligned),
        ("cannot start any token", "此处的字符不能用在开头，以特殊字符开头的文字须加引号"),
    ];

    internal static string Explain(YamlException exception)
    {
        var message = exception.Message;
        if (message.StartsWith(DuplicateKey, StringComparison.Ordinal))
        {
            return $"键“{message[DuplicateKey.Length..]}”在同一处写了两次";
        }

        foreach (var (part, chinese) in Known)
        {
            if (message.Contains(part, StringComparison.Ordinal))
            {
                return chinese;
            }
        }
        return General;
    }
}
