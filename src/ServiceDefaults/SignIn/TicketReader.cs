using System.Diagnostics.Metrics;
using Assessment.ServiceDefaults.KeyRing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults.SignIn;

/// <summary>
/// Reads the gateway's tickets on bad days as well: one made with a key that was not there a moment ago, and one whose
/// time cannot be right. The framework refuses what has expired; a ticket from the future it would let in.
/// </summary>
internal sealed partial class TicketReader : ISecureDataFormat<AuthenticationTicket>
{
    /// <summary>By how much the clocks of two machines may differ.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromSeconds(10);

    private readonly ISecureDataFormat<AuthenticationTicket> _format;
    private readonly KeyRingState _keys;
    private readonly ClockHealthCheck _clock;
    private readonly TimeProvider _time;
    private readonly ILogger<TicketReader> _log;
    private readonly Counter<long> _offences;
    private long _warned;

    public TicketReader(
        ServiceTickets tickets,
        KeyRingState keys,
        ClockHealthCheck clock,
        TimeProvider time,
        IMeterFactory meters,
        ILogger<TicketReader> log
    )
    {
        _format = tickets.Format;
        _keys = keys;
        _clock = clock;
        _time = time;
        _log = log;
        _offences = meters
            .Create("Assessment")
            .CreateCounter<long>(
                "assessment.ticket.clock",
                description: "Genuine tickets whose time is far from this machine's clock"
            );
    }

    public string Protect(AuthenticationTicket data) => _format.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) =>
        _format.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) =>
        Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        var ticket = _format.Unprotect(protectedText, purpose);
        if (ticket is null && _keys.Look())
        {
            ticket = _format.Unprotect(protectedText, purpose);
        }

        if (ticket?.Properties.IssuedUtc is not { } issued)
        {
            return ticket;
        }

        var age = _time.GetUtcNow() - issued;
        if (age >= -Tolerance && age <= ServiceTickets.Lifetime + Tolerance)
        {
            _clock.Clear();
            return ticket;
        }

        Note(age);
        return age < -Tolerance ? null : ticket;
    }

    /// <summary>The signature is right, so either somebody plays back an old ticket, or a clock is wrong.</summary>
    private void Note(TimeSpan age)
    {
        _offences.Add(1);
        _clock.Note(age);
        var now = _time.GetTimestamp();
        var before = Interlocked.Read(ref _warned);
        if (
            (before == 0 || _time.GetElapsedTime(before, now) >= BetweenWarnings)
            && Interlocked.CompareExchange(ref _warned, now, before) == before
        )
        {
            if (age > TimeSpan.Zero)
            {
                LogOld((long)age.TotalSeconds);
            }
            else
            {
                LogFuture((long)-age.TotalSeconds);
            }
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "A genuine ticket is refused because it is {Seconds} s old by this machine's clock: this clock is ahead of the gateway's, or the gateway's is behind"
    )]
    private partial void LogOld(long seconds);

    [LoggerMessage(
        LogLevel.Error,
        "A genuine ticket is refused because it comes from {Seconds} s in the future by this machine's clock: this clock is behind the gateway's, or the gateway's is ahead"
    )]
    private partial void LogFuture(long seconds);
}

internal static class TicketReaderRegistration
{
    public static void AddTicketReader(this IServiceCollection services)
    {
        services.AddSingleton<TicketReader>();
        services.AddSingleton<ClockHealthCheck>();
        services.AddHealthChecks().AddCheck<ClockHealthCheck>("clock", tags: ["ready"]);
    }
}
