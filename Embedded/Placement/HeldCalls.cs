using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Placement;

/// <summary>Calls whose way is not known yet; each is tried again when more may be known, and fails when that takes too long.</summary>
internal sealed class HeldCalls(Action<Call> route, TimeProvider time, TimeSpan patience)
{
    private const int Most = 1 << 16;

    private readonly Lock _gate = new();
    private List<(Call Call, long Since)> _held = [];
    private long _changes;

    /// <summary>Asked before a call's way is looked for, so that nothing that comes to be known meanwhile is missed.</summary>
    public long Changes => Volatile.Read(ref _changes);

    public void Hold(Call call, long changes)
    {
        lock (_gate)
        {
            if (changes == _changes)
            {
                if (_held.Count == Most)
                {
                    throw new OrleansMessageRejectionException($"{Most:N0} calls wait already until the silos agree on where grains are.");
                }

                _held.Add((call, time.GetTimestamp()));
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(route, call, preferLocal: false);
    }

    /// <summary>Tries all again.</summary>
    public void Release()
    {
        List<(Call Call, long Since)> released;
        lock (_gate)
        {
            _changes++;
            if (_held.Count == 0)
            {
                return;
            }

            (released, _held) = (_held, []);
        }

        ThreadPool.UnsafeQueueUserWorkItem(
            calls =>
            {
                foreach (var (call, _) in calls)
                {
                    route(call);
                }
            },
            released,
            preferLocal: false);
    }

    /// <summary>Gives up those that have waited too long.</summary>
    public void Expire()
    {
        List<Call> late;
        lock (_gate)
        {
            late = [.. _held.Where(IsLate).Select(held => held.Call)];
            _held.RemoveAll(IsLate);
        }

        foreach (var call in late)
        {
            call.Fail(
                new OrleansMessageRejectionException(
                    $"For {patience.TotalSeconds:0.#} s it was not known which silo {call.Target} belongs to; the call was not carried out."));
        }

        bool IsLate((Call Call, long Since) held) => held.Call.IsCancelled || time.GetElapsedTime(held.Since) > patience;
    }
}
