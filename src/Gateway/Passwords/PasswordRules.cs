using System.Collections.Frozen;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Gateway.Passwords;

/// <summary>
/// 密码要求: length, and not one that is tried first. No rules of composition: those make people write passwords down
/// (NIST SP 800-63B, 3.1.1.2).
/// </summary>
public sealed class PasswordRules
{
    public const int Least = 10;
    public const int Most = 128;
    private const string List = "Assessment.Gateway.Passwords.common-passwords.txt";

    private readonly FrozenSet<string> _common = Read();

    /// <exception cref="PasswordIsTooShort"/>
    /// <exception cref="PasswordIsTooLong"/>
    /// <exception cref="PasswordContainsUserName"/>
    /// <exception cref="PasswordIsCommon"/>
    public void MustAllow(string password, string userName)
    {
        if (password.Length < Least)
        {
            throw new PasswordIsTooShort(Least);
        }

        if (password.Length > Most)
        {
            throw new PasswordIsTooLong(Most);
        }

        if (password.Contains(userName, StringComparison.OrdinalIgnoreCase))
        {
            throw new PasswordContainsUserName();
        }

        if (IsCommon(password))
        {
            throw new PasswordIsCommon();
        }
    }

    private bool IsCommon(string password)
    {
        // Digits at the end are what people add to a common password when it is refused.
        var stem = password.TrimEnd("0123456789".ToCharArray());
        return _common.Contains(password)
            || _common.Contains(stem)
            || password.Distinct().Count() < 3;
    }

    private static FrozenSet<string> Read()
    {
        using var stream =
            typeof(PasswordRules).Assembly.GetManifestResourceStream(List)
            ?? throw new InvalidOperationException($"{List} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}

public sealed class PasswordIsTooShort(int least)
    : DomainException(StatusCodes.Status422UnprocessableEntity, least);

public sealed class PasswordIsTooLong(int most)
    : DomainException(StatusCodes.Status422UnprocessableEntity, most);

public sealed class PasswordIsCommon() : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class PasswordContainsUserName()
    : DomainException(StatusCodes.Status422UnprocessableEntity);
