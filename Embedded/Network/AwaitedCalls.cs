using System.Collections.Concurrent;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Network;

/// <summary>The calls that this end has sent over a connection, and whose answers have not come yet.</summary>
internal sealed class AwaitedCalls
{
    private readonly ConcurrentDictionary<long, Call> _calls = new();
    private long _lastId;

    public bool IsEmpty => _calls.IsEmpty;

    /// <summary>Gives a call its number on this connection.</summary>
    public void Add(Call call)
    {
        call.SentId = Interlocked.Increment(ref _lastId);
        _calls[call.SentId] = call;
    }

    /// <summary>The call of a number, whose answer is awaited no more; null if that was so already.</summary>
    public Call? Take(long id) => _calls.TryRemove(id, out var call) ? call : null;

    /// <summary>All calls, as <see cref="Take"/>, those that are added meanwhile excepted.</summary>
    public IEnumerable<Call> TakeAll() => _calls.Keys.Select(Take).OfType<Call>();
}
