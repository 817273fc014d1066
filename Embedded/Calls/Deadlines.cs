using System.Collections.Concurrent;

namespace Interleave.Embedded.Calls;

/// <summary>All calls that wait for an answer; ends those that have waited too long.</summary>
internal sealed class Deadlines : IDisposable
{
    private readonly ConcurrentDictionary<Call, long> _waiting = new(64, 1021);
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly ITimer _sweep;

    public Deadlines(TimeProvider time, TimeSpan timeout)
    {
        _time = time;
        _timeout = timeout;
        var every = TimeSpan.FromMilliseconds(Math.Clamp(timeout.TotalMilliseconds / 8, 5, 1000));
        _sweep = time.CreateTimer(_ => Sweep(), null, every, every);
    }

    public void Add(Call call) => _waiting[call] = _time.GetTimestamp();

    public void Remove(Call call) => _waiting.TryRemove(call, out _);

    /// <summary>Ends them all, for nobody is left to answer.</summary>
    public void FailAll(Func<Exception> fault)
    {
        foreach (var (call, _) in _waiting)
        {
            call.Fail(fault());
        }
    }

    public void Dispose() => _sweep.Dispose();

    private void Sweep()
    {
        var now = _time.GetTimestamp();
        foreach (var (call, made) in _waiting)
        {
            if (_time.GetElapsedTime(made, now) >= _timeout)
            {
                call.Fail(new TimeoutException($"Response did not arrive on time in {_timeout} for call: {call}."));
                call.Cancel();
            }
        }
    }
}
