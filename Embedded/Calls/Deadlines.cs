namespace Interleave.Embedded.Calls;

/// <summary>All calls that wait for an answer, in the order in which their time runs out; ends those that have waited too long.</summary>
/// <remarks>All have the same time to live, so a list that grows at one end stays in order; several lists keep cores out of each other's way.</remarks>
internal sealed class Deadlines : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly long _timeoutInTicks;
    private readonly ITimer _sweep;
    private readonly CallList[] _lists;

    public Deadlines(TimeProvider time, TimeSpan timeout)
    {
        _time = time;
        _timeout = timeout;
        _timeoutInTicks = (long)(timeout.TotalSeconds * time.TimestampFrequency);
        _lists = [.. Enumerable.Range(0, Environment.ProcessorCount * 2).Select(_ => new CallList())];
        var every = TimeSpan.FromMilliseconds(Math.Clamp(timeout.TotalMilliseconds / 8, 5, 1000));
        _sweep = time.CreateTimer(_ => Sweep(), null, every, every);
    }

    public void Add(Call call)
    {
        call.Stripe = Environment.CurrentManagedThreadId % _lists.Length;
        call.Deadline = _time.GetTimestamp() + _timeoutInTicks;
        _lists[call.Stripe].Append(call);
    }

    public void Remove(Call call) => _lists[call.Stripe].Remove(call);

    /// <summary>Ends them all, for nobody is left to answer.</summary>
    public void FailAll(Func<Exception> fault)
    {
        foreach (var list in _lists)
        {
            while (list.TakeFirst(long.MaxValue) is { } call)
            {
                call.Fail(fault());
            }
        }
    }

    public void Dispose() => _sweep.Dispose();

    private void Sweep()
    {
        var now = _time.GetTimestamp();
        foreach (var list in _lists)
        {
            while (list.TakeFirst(now) is { } call)
            {
                call.Fail(new TimeoutException($"Response did not arrive on time in {_timeout} for call: {call}."));
                call.Cancel();
            }
        }
    }
}
