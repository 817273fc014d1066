using Interleave.Embedded.Calls;
using Interleave.Embedded.Membership;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Clusters;

/// <summary>Calls that silos send to each other.</summary>
public sealed class SentOnTests : IDisposable
{
    private const int MostHops = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TestFolder _folder = new();

    /// <remarks>By its own list of silos it may own what belongs to another one since.</remarks>
    [Fact]
    public async Task A_silo_that_knows_less_than_the_sender_decides_nothing_until_it_knows_as_much()
    {
        await using var silo = await TestSilo.StartAsync(_folder.Path);
        var origin = new Origin();
        var call = Touch(silo, "key", hops: 0, silo.Silo.Directory.View.Version + 1, origin);

        silo.Silo.RouteOrFail(call);
        Assert.Null(silo.Silo.Catalog.Find(call.Target));
        Assert.False(origin.Answered.IsCompleted);
        await NextVersionAsync();

        await origin.Answered.WaitAsync(Limit);
        Assert.NotNull(silo.Silo.Catalog.Find(call.Target));
    }

    [Fact]
    public async Task A_call_is_sent_on_a_few_times_and_then_refused()
    {
        await using var one = await TestSilo.StartAsync(_folder.Path);
        await using var other = await TestSilo.StartAsync(_folder.Path);
        var key = await KeyOfAsync(other, seenBy: one);
        var (within, beyond) = (new Origin(), new Origin());

        one.Silo.RouteOrFail(Touch(one, key, MostHops - 2, view: 0, within));
        one.Silo.RouteOrFail(Touch(one, key, MostHops - 1, view: 0, beyond));

        await within.Answered.WaitAsync(Limit);
        var fault = await Assert.ThrowsAsync<OrleansMessageRejectionException>(() => beyond.Answered.WaitAsync(Limit));
        Assert.Contains("do not agree", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silo_that_stops_waits_for_a_call_that_it_has_sent_on_also_where_no_grain_of_its_own_is_left()
    {
        await using var staying = await TestSilo.StartAsync(_folder.Path);
        await using var leaving = await TestSilo.StartAsync(_folder.Path);
        var key = await KeyOfAsync(staying, seenBy: leaving);
        var hold = leaving.Grains.GetGrain<IHoldGrain>(key).Hold();
        await staying.Grains.GetGrain<IHoldGrain>(key).Held();
        Assert.Empty(leaving.Silo.Catalog.Movable);

        Assert.True(leaving.Silo.Network.IsBusy);
        var stopping = leaving.StopAsync();
        await UntilAsync(() => new ClusterFolder(_folder.Path).Read().Find(leaving.Silo.Address) is { IsLeaving: true });
        await staying.Grains.GetGrain<IHoldGrain>(key).LetGo();

        await hold.WaitAsync(Limit);
        await stopping.WaitAsync(Limit);
        Assert.False(leaving.Silo.Network.IsBusy);
    }

    public void Dispose() => _folder.Dispose();

    private static Call Touch(TestSilo silo, string key, int hops, long view, ICallOrigin origin) =>
        GrainInterface.Of(typeof(IHoldGrain)).Methods[typeof(IHoldGrain).GetMethod(nameof(IHoldGrain.Touch))!] // It has that method.
            .Receive(Grain(silo, key), new RequestHeader(Class: 0, key, Method: 0, hops, view, Trace: null, Context: null), [], origin, originId: 1);

    private static GrainId Grain(TestSilo silo, string key) => new(silo.Silo.Classes.For(typeof(IHoldGrain)).Name, key);

    /// <summary>A key whose grain belongs to one silo, by what another one knows.</summary>
    private static async Task<string> KeyOfAsync(TestSilo owner, TestSilo seenBy)
    {
        await UntilAsync(() => seenBy.Silo.Directory.View.Owners.Count == 2);
        return Enumerable.Range(0, 1_000).Select(key => $"{key}").First(key => seenBy.Silo.Directory.View.OwnerOf(Grain(owner, key)) == owner.Silo.Address);
    }

    /// <summary>Gives the cluster's table another version, with the same silos.</summary>
    private async Task NextVersionAsync()
    {
        var folder = new ClusterFolder(_folder.Path);
        await UntilAsync(() =>
        {
            using var locked = folder.TryLockTable();
            if (locked is not null)
            {
                var table = folder.Read();
                folder.Write(table with { Version = table.Version + 1 });
            }

            return locked is not null;
        });
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            await pause.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>A caller elsewhere.</summary>
    private sealed class Origin : ICallOrigin
    {
        private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Answered => _answered.Task;

        public void Answer<TResult>(Call call, GrainMethod<TResult> method, TResult result) => _answered.SetResult();

        public void AnswerFault(Call call, Exception fault) => _answered.SetException(fault);
    }
}
