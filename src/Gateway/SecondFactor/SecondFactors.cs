using System.Globalization;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.SignIn;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Assessment.Gateway.SecondFactor;

/// <summary>What was shown with the first factor: a code of the app, or one of the recovery codes.</summary>
public readonly record struct PresentedFactor(string? Code, string? RecoveryCode)
{
    public bool IsNothing =>
        string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(RecoveryCode);
}

/// <summary>第二因素: an account's authenticator app (动态口令) and its recovery codes (恢复码).</summary>
public sealed class SecondFactors(
    UserManager<Account> accounts,
    SessionRegister sessions,
    AccountLog history
)
{
    private const string Issuer = "基层考核平台";
    private const int RecoveryCodes = 10;

    public static bool MustBeEnrolled(Account account, Session session) =>
        !session.HasSecondFactor && account.NeedsSecondFactor;

    public async Task<SecondFactorState> StateAsync(Account account) =>
        new(
            account.TwoFactorEnabled,
            account.NeedsSecondFactor,
            account.TwoFactorEnabled ? await accounts.CountRecoveryCodesAsync(account) : 0
        );

    public async Task<bool> IsRightAsync(Account account, PresentedFactor shown)
    {
        if (shown.Code is { } code && !string.IsNullOrWhiteSpace(code))
        {
            return await IsRightAsync(account, code);
        }

        return shown.RecoveryCode is { } recovery
            && (
                await accounts.RedeemTwoFactorRecoveryCodeAsync(
                    account,
                    recovery.Trim().ToUpperInvariant()
                )
            ).Succeeded;
    }

    /// <summary>A new key, which counts only once a code of it was shown.</summary>
    /// <exception cref="SecondFactorIsEnrolledAlready"/>
    public async Task<SecondFactorKey> BeginAsync(Account account)
    {
        MustNotBeEnrolled(account);
        (await accounts.ResetAuthenticatorKeyAsync(account)).MustSucceed();
        var key = (await accounts.GetAuthenticatorKeyAsync(account))!;
        var issuer = Uri.EscapeDataString(Issuer);
        var uri = string.Create(
            CultureInfo.InvariantCulture,
            $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer={issuer}&digits=6&period=30"
        );
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return new SecondFactorKey(key, uri, drawing.GetGraphic(pixelsPerModule: 4));
    }

    /// <summary>Ends the account's other sessions: they were begun with less.</summary>
    /// <returns>The recovery codes, which are shown once.</returns>
    /// <exception cref="SecondFactorCodeIsWrong"/>
    public async Task<IReadOnlyList<string>> ConfirmAsync(
        Account account,
        string code,
        Guid? session,
        CancellationToken cancellation
    )
    {
        MustNotBeEnrolled(account);
        if (!await IsRightAsync(account, code))
        {
            throw new SecondFactorCodeIsWrong();
        }

        history.Add(account.Id, AccountEvent.SecondFactorEnrolled, account.Id);
        (await accounts.SetTwoFactorEnabledAsync(account, enabled: true)).MustSucceed();
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        if (session is { } own)
        {
            await sessions.SetSecondFactorAsync(own, shown: true, cancellation);
        }

        await sessions.EndAllAsync(account.Id, but: session, cancellation);
        return [.. codes!];
    }

    /// <exception cref="SecondFactorIsNotEnrolled"/>
    public async Task RemoveAsync(
        Account account,
        string by,
        Guid? session,
        CancellationToken cancellation
    )
    {
        if (!account.TwoFactorEnabled)
        {
            throw new SecondFactorIsNotEnrolled();
        }

        history.Add(account.Id, AccountEvent.SecondFactorRemoved, by);
        (await accounts.SetTwoFactorEnabledAsync(account, enabled: false)).MustSucceed();
        // The key that was known is worth nothing any more, nor are its recovery codes.
        (await accounts.ResetAuthenticatorKeyAsync(account)).MustSucceed();
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        if (session is { } own)
        {
            await sessions.SetSecondFactorAsync(own, shown: false, cancellation);
        }

        await sessions.EndAllAsync(account.Id, but: session, cancellation);
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Account account) =>
        account.TwoFactorEnabled
            ? [.. (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!]
            : throw new SecondFactorIsNotEnrolled();

    private Task<bool> IsRightAsync(Account account, string code) =>
        accounts.VerifyTwoFactorTokenAsync(
            account,
            TokenOptions.DefaultAuthenticatorProvider,
            code.Replace(" ", "", StringComparison.Ordinal)
        );

    private static void MustNotBeEnrolled(Account account)
    {
        if (account.TwoFactorEnabled)
        {
            throw new SecondFactorIsEnrolledAlready();
        }
    }
}

/// <param name="Enrolled">已绑定动态口令</param>
/// <param name="Required">所任职责必须使用动态口令</param>
/// <param name="RecoveryCodesLeft">尚未用过的恢复码个数</param>
public sealed record SecondFactorState(bool Enrolled, bool Required, int RecoveryCodesLeft);

/// <param name="Key">手工输入认证器应用的密钥</param>
/// <param name="Uri">otpauth 地址</param>
/// <param name="QrCode">同一地址的二维码（SVG）</param>
public sealed record SecondFactorKey(string Key, string Uri, string QrCode);
