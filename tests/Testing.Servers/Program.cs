// Starts the PostgreSQL and the RabbitMQ that the test projects of a run share, says on one line where they are (the value
// of ASSESSMENT_TEST_SERVERS), and ends them when it is asked to end itself.
using System.Runtime.InteropServices;
using Assessment;
using Assessment.Testing;
using Assessment.Testing.PrivateServers;
using Assessment.Testing.Servers;

var end = new CancellationTokenSource();
Action<PosixSignalContext> ask = signal =>
{
    signal.Cancel = true;
    end.Cancel();
};
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, ask);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, ask);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, ask);

try
{
    var starting = (
        Postgres: PostgresServer.StartAsync(ScratchFolders.New("postgres"), end.Token),
        Broker: RabbitMqServer.StartAsync(ScratchFolders.New("broker"), end.Token)
    );
    await Task.WhenAll(starting.Postgres, starting.Broker);
    var (postgres, broker) = (await starting.Postgres, await starting.Broker);
    Console.WriteLine(
        new ServerAddresses(
            postgres.ConnectionString,
            broker.ConnectionString,
            broker.Broker.Management
        )
    );
    await Task.Delay(Timeout.Infinite, end.Token)
        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    // Nobody wants their data: no need for good order.
    await Task.WhenAll(postgres.KillAsync(), broker.KillAsync());
}
catch (OperationCanceledException) when (end.IsCancellationRequested)
{
    // Asked to end before all was started.
}
finally
{
    ScratchFolders.Remove();
}
