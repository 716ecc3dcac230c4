using MassTransit;

namespace Assessment.Persistence.Messaging;

/// <summary>
/// The bus on which the outbox is emptied. Its connection is apart from that of the consumers, as RabbitMQ advises: a
/// broker that holds back those who publish, because its memory or disk is full, must not hold back those who empty its
/// queues; and it can be connected again without disturbing them.
/// </summary>
public interface ISendingBus : IBus;
