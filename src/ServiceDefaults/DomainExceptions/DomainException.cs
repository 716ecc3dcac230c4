using System.Collections.ObjectModel;
using System.Globalization;
using System.Resources;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Assessment.ServiceDefaults.DomainExceptions;

/// <summary>
/// A request that is refused for a reason of the domain. The type's name is the reason, as a sentence; it gives the
/// stable code (<c>CycleMustBeOpen</c> → <c>cycle-must-be-open</c>) and the key of the Chinese text in the assembly's
/// resource file <c>DomainExceptions.resx</c>.
/// </summary>
/// <param name="status">The HTTP status to answer with.</param>
/// <param name="values">What replaces {0}, {1}, … in the text.</param>
public abstract class DomainException(int status, params object[] values) : Exception
{
    /// <summary>HTTP status, 400 to 499; 503 where a server that we depend on is away.</summary>
    public int Status { get; } = status;

    /// <summary>Stable code for programs.</summary>
    public virtual string Code => CodeOf(GetType());

    /// <summary>The text for people, in Chinese.</summary>
    public override string Message =>
        string.Format(CultureInfo.InvariantCulture, TextOf(GetType()), values);

    /// <summary>Further problems with their places, where there are any.</summary>
    public virtual IReadOnlyList<Problem> Problems => [];

    /// <summary>What else the caller needs in order to go on, by name; sent as members of the problem details.</summary>
    public virtual IReadOnlyDictionary<string, object?> Details =>
        ReadOnlyDictionary<string, object?>.Empty;

    public static string CodeOf(Type refusal) => CodeOf(refusal.Name);

    /// <param name="sentence">A type's name.</param>
    public static string CodeOf(string sentence)
    {
        var code = new StringBuilder();
        foreach (var letter in sentence)
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }

    /// <exception cref="MissingManifestResourceException">The assembly has no text for the type.</exception>
    public static string TextOf(Type refusal)
    {
        var assembly = refusal.Assembly;
        var texts = new ResourceManager($"{assembly.GetName().Name}.DomainExceptions", assembly);
        return texts.GetString(refusal.Name, CultureInfo.InvariantCulture)
            ?? throw new MissingManifestResourceException(
                $"No text for {refusal.Name} in DomainExceptions.resx."
            );
    }
}

/// <summary>One problem of a request or file, with its place where it has one.</summary>
public sealed record Problem(string Code, string Message, int? Line = null, string? Column = null);

/// <summary>What was asked for does not exist, or belongs to another township, which is the same to the caller.</summary>
public sealed class NothingIsThere() : DomainException(StatusCodes.Status404NotFound)
{
    /// <summary>The code that an address without an endpoint has too.</summary>
    public override string Code => "not-found";
}
