using Assessment.Persistence.Failures;
using Assessment.ServiceDefaults.DomainExceptions;
using MassTransit;
using Microsoft.Extensions.Configuration;

namespace Assessment.Persistence.Messaging;

/// <summary>
/// How often a message is tried. One that the consumer itself fails on is poison after a few attempts; one that the
/// database cannot take in, for want of space for example, is not, and is tried until the database can.
/// </summary>
internal sealed record MessageRetries
{
    /// <summary>Pauses between attempts, in seconds (<c>Messaging:Retries:Pauses</c>).</summary>
    public double[] Pauses { get; init; } = [];

    /// <summary>The pause while the database cannot take anything in, in seconds.</summary>
    public double StoragePause { get; init; } = 15;

    /// <summary>A month of them; a person has looked by then.</summary>
    private const int StorageAttempts = 200_000;

    private static readonly double[] UsualPauses = [0, 1, 2, 5, 10, 20, 30];

    public static MessageRetries Of(IConfiguration configuration) =>
        configuration.GetSection("Messaging:Retries").Get<MessageRetries>() ?? new MessageRetries();

    public void ApplyTo(IConsumePipeConfigurator endpoint)
    {
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(failure => StorageFailure.Of(failure) is not null);
            retry.Interval(StorageAttempts, TimeSpan.FromSeconds(StoragePause));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<MessageMustNameItsTownship>();
            retry.Ignore<Exception>(failure => StorageFailure.Of(failure) is not null);
            retry.Intervals([
                .. (Pauses.Length > 0 ? Pauses : UsualPauses).Select(TimeSpan.FromSeconds),
            ]);
        });
    }
}
