using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Clusters;

public sealed class MovingGrainsTests : IDisposable
{
    private const int Keys = 60;

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_silo_that_joins_sends_calls_to_where_grains_still_are_and_takes_them_over_when_they_have_ended()
    {
        await using var first = await TestSilo.StartAsync(_folder.Path);
        var holds = Hold(first, Keys).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Grain(first, key).Held()));

        await using var second = await TestSilo.StartAsync(_folder.Path);
        var journals = await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Grain(second, key).Journal()));
        await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Grain(second, key).LetGo()));
        await Task.WhenAll(holds);

        Assert.All(journals, journal => Assert.Equal<string[]>(["hold"], journal));
        await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Grain(first, key).Touch()));
        var moved = await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Grain(first, key).Journal()));
        Assert.Contains(moved, journal => journal is ["touch"]);
        Assert.Contains(moved, journal => journal is ["hold", "let go", "touch"]);
        Assert.All(moved, journal => Assert.True(journal is ["touch"] or ["hold", "let go", "touch"]));
    }

    [Fact]
    public async Task A_silo_that_stops_first_answers_what_was_asked_of_it_and_what_it_sent_on()
    {
        await using var staying = await TestSilo.StartAsync(_folder.Path);
        await using var leaving = await TestSilo.StartAsync(_folder.Path);
        var holds = Hold(leaving, Keys).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Grain(leaving, key).Held()));

        var stopping = leaving.StopAsync();
        await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Grain(staying, key).LetGo()));

        await Task.WhenAll(holds);
        await stopping;
    }

    [Fact]
    public async Task The_first_silo_can_be_replaced_like_any_other()
    {
        var first = await TestSilo.StartAsync(_folder.Path);
        await using var second = await TestSilo.StartAsync(_folder.Path);
        var (siloPort, gateway) = (first.Options.SiloEndpoint, first.Options.GatewayEndpoint);
        await first.DisposeAsync();

        await using var replacement = await TestSilo.StartAsync(_folder.Path, silo => (silo.SiloEndpoint, silo.GatewayEndpoint) = (siloPort, gateway));

        foreach (var key in Enumerable.Range(0, Keys).Select(key => key.ToString()))
        {
            Assert.Equal(await Identity(second, key).WhoAreYou(), await Identity(replacement, key).WhoAreYou());
        }

        var silos = await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Identity(second, key.ToString()).WhoAreYou()));
        Assert.Equal(2, silos.Select(identity => identity.Silo).Distinct().Count());
    }

    [Fact]
    public async Task A_client_that_lost_all_silos_that_it_knew_finds_those_that_came_after_them()
    {
        var first = await TestSilo.StartAsync(_folder.Path);
        using var client = await first.ConnectAsync();
        await first.DisposeAsync();

        await using var second = await TestSilo.StartAsync(_folder.Path);

        var grains = (IGrainFactory)client.Services.GetService(typeof(IGrainFactory))!; // A client's host has one.
        await CallUntilItAnswers(() => grains.GetGrain<IIdentityGrain>("key").WhoAreYou());
        await client.StopAsync();
    }

    public void Dispose() => _folder.Dispose();

    private static async Task CallUntilItAnswers(Func<Task> call)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                await call();
                return;
            }
            catch (SiloUnavailableException)
            {
                await pause.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    private static IEnumerable<Task> Hold(TestSilo by, int keys) => Enumerable.Range(0, keys).Select(key => Grain(by, key).Hold());

    private static IHoldGrain Grain(TestSilo by, int key) => by.Grains.GetGrain<IHoldGrain>(key.ToString());

    private static IIdentityGrain Identity(TestSilo by, string key) => by.Grains.GetGrain<IIdentityGrain>(key);
}
