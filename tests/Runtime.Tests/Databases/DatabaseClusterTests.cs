using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Client.GrainRuntimes;
using Interleave.Client.Tests.Databases;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo;
using Interleave.Silo.Database;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Databases;

/// <summary>Silos that find each other in PostgreSQL.</summary>
public sealed class DatabaseClusterTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IAsyncLifetime, IDisposable
{
    private const int Grains = 40;

    /// <summary>Long enough for three silent probes, a vote and a busy machine.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly List<SiloUnderTest> _silos = [];
    private string _connection = "";
    private PostgresConnection _database = null!;

    public async Task InitializeAsync()
    {
        if (DatabaseClusterFactAttribute.WhyNot is null)
        {
            _connection = await postgres.NewDatabaseAsync();
            await File.WriteAllTextAsync(_folder["connection"], _connection);
            _database = PostgresConnection.Read(_folder["connection"]);
            new DatabaseSchema(_database).Initialize();
        }
    }

    [DatabaseClusterFact]
    public async Task Silos_that_start_at_once_join_and_those_that_come_and_go_later_are_found_and_forgotten()
    {
        var joined = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => JoinAsync()));
        await using var client = await ConnectAsync();
        var before = await AnswersAsync(client);
        Assert.Equal(joined.Select(silo => silo.ProcessId).Order(), before.Distinct().Order());

        await _silos.Single(silo => silo.Id == joined[0].ProcessId).KillAsync();
        var after = await AnswersAsync(client);
        Assert.DoesNotContain(joined[0].ProcessId, after);
        Assert.Equal(2, new MembershipTable(_database).Gateways(SiloOptions.DefaultClusterId).Count);

        // Those that the client knew are gone: it can only have found the new one in the table.
        var late = await JoinAsync();
        await FoundAsync(late);
        await Task.WhenAll(_silos.Where(silo => silo.Id != late.ProcessId).Select(silo => silo.KillAsync()));
        Assert.Equal([late.ProcessId], (await AnswersAsync(client)).Distinct());
    }

    [DatabaseClusterFact]
    public async Task A_cluster_that_died_as_a_whole_can_be_started_again()
    {
        await Task.WhenAll(JoinAsync(), JoinAsync());
        await Task.WhenAll(_silos.Select(silo => silo.KillAsync()));

        var again = await JoinAsync();

        await using var client = await ConnectAsync();
        Assert.Equal([again.ProcessId], (await AnswersAsync(client)).Distinct());
    }

    [DatabaseClusterTheory]
    [InlineData("stopped")]
    [InlineData("frozen")]
    public async Task Grains_answer_while_the_database_is_away_and_silos_come_and_go_again_when_it_is_back(string how)
    {
        var first = await JoinAsync();
        await JoinAsync();
        await using var client = await ConnectAsync();
        var before = await AnswersAsync(client);

        await using (await CutAsync(how))
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < Outage)
            {
                Assert.Equal(before, await Task.WhenAll(Enumerable.Range(0, Grains).Select(key => CallAsync(client, key))));
            }
        }

        await _silos.Single(silo => silo.Id == first.ProcessId).KillAsync();
        await JoinAsync();
        Assert.DoesNotContain(first.ProcessId, await AnswersAsync(client));
    }

    public async Task DisposeAsync()
    {
        foreach (var silo in _silos)
        {
            await silo.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<SiloReady> JoinAsync()
    {
        var (silo, ready) = await SiloUnderTest.JoinAsync(_connection, program: SharedClusters.Program);
        lock (_silos)
        {
            _silos.Add(silo);
        }

        return ready;
    }

    private Task<GrainClientHost> ConnectAsync()
    {
        var address = new ClusterAddress(SiloOptions.DefaultClusterId, new MembershipTable(_database).Gateways(SiloOptions.DefaultClusterId))
        {
            Database = _database,
            ResponseTimeout = TimeSpan.FromSeconds(5),
        };
        return GrainClientHost.ConnectAsync(address, CancellationToken.None, SiloUnderTest.Patience);
    }

    /// <summary>Waits until a client's next look at the table shows the silo: it looks every two seconds.</summary>
    private async Task FoundAsync(SiloReady silo)
    {
        var gateway = SiloUnderTest.GatewayOf(silo);
        await using var client = await ConnectAsync();
        await Eventually.IsTrueAsync(
            () => new MembershipTable(_database).Gateways(SiloOptions.DefaultClusterId).Contains(gateway), Recovery, $"{gateway} is in the table");
        using var looks = new PeriodicTimer(TimeSpan.FromSeconds(3));
        await looks.WaitForNextTickAsync();
    }

    /// <summary>The process of each grain's silo, asked until all answer.</summary>
    private static Task<int[]> AnswersAsync(GrainClientHost client) => Task.WhenAll(Enumerable.Range(0, Grains).Select(async key =>
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await CallAsync(client, key);
            }
            catch (Exception exception) when (exception is OrleansException or TimeoutException && Stopwatch.GetElapsedTime(start) < Recovery)
            {
                // Its silo has just been killed, and that is not known everywhere yet.
            }
        }
    }));

    private static async Task<int> CallAsync(GrainClientHost client, int key) =>
        (await client.Client.GetGrain<IIdentityGrain>($"grain-{key}").WhoAreYou()).ProcessId;

    private async Task<Restoration> CutAsync(string how)
    {
        if (how == "stopped")
        {
            await postgres.StopAsync();
            return new Restoration(postgres.StartAsync);
        }

        await postgres.FreezeAsync();
        return new Restoration(postgres.ThawAsync);
    }

    /// <summary>Brings the database back, also when the test fails.</summary>
    private sealed class Restoration(Func<Task> restore) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(restore());
    }
}
