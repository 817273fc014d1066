using System.Collections.Concurrent;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Network;

/// <summary>The calls that have come over a connection, and that this end has not answered yet; each may be given up by its caller until then.</summary>
internal sealed class UnansweredCalls
{
    /// <summary>An end that asks for more at once is refused.</summary>
    private const int Most = 1 << 17;

    private readonly ConcurrentDictionary<long, Call> _calls = new();
    private int _count;

    public bool IsEmpty => _calls.IsEmpty;

    public bool Includes(long id) => _calls.ContainsKey(id);

    /// <exception cref="OrleansMessageRejectionException">There are too many.</exception>
    public void Add(Call call)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            Interlocked.Decrement(ref _count);
            throw new OrleansMessageRejectionException($"{Most:N0} calls over one connection wait for their answers already; this one was not carried out.");
        }

        _calls[call.OriginId] = call;
    }

    /// <summary>The call of a number, which is answered or given up now; null if that was so already.</summary>
    public Call? Take(long id)
    {
        if (!_calls.TryRemove(id, out var call))
        {
            return null;
        }

        Interlocked.Decrement(ref _count);
        return call;
    }

    /// <summary>Nobody is left to take the answers.</summary>
    public void CancelAll()
    {
        foreach (var (_, call) in _calls)
        {
            call.Cancel();
        }
    }
}
