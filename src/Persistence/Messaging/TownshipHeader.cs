using Assessment.Contracts;
using MassTransit;

namespace Assessment.Persistence.Messaging;

/// <summary>
/// The township is in a message's header as well as in its body, put there by the outbox from the scope that sent
/// it. A message whose two disagree, or that lacks one, was not sent by any of our services.
/// </summary>
public static class TownshipHeader
{
    public const string Name = "township";

    internal static void Set(SendContext context, string township) =>
        context.Headers.Set(Name, township);

    /// <returns>The township in whose scope the message is to be consumed.</returns>
    /// <exception cref="MessageMustNameItsTownship"/>
    internal static string Check<TMessage>(ConsumeContext<TMessage> context)
        where TMessage : class =>
        context.Message is ITownshipMessage { Township: { Length: > 0 } township }
        && context.Headers.Get<string>(Name) == township
            ? township
            : throw new MessageMustNameItsTownship(context.MessageId);
}

/// <summary>The message goes to the error queue at once: it will not be any better when it is tried again.</summary>
public sealed class MessageMustNameItsTownship(Guid? message)
    : Exception($"Message {message} does not name the same township in header and body.");
