using System.Collections.Immutable;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Tracing;

namespace Interleave.Embedded.Calls;

/// <summary>A request to a grain, from the caller's side and from the grain's: in one process both hold the same object.</summary>
internal abstract class Call(GrainId target, GrainMethod method, object?[] arguments) : Turn
{
    private ICallPlace? _place;
    private volatile bool _cancelled;

    public GrainId Target { get; } = target;

    public GrainMethod Method { get; } = method;

    public object?[] Arguments { get; } = arguments;

    public ImmutableDictionary<string, object>? Context { get; set; }

    /// <summary>The trace that the grain's span belongs to, where anybody traces.</summary>
    public PropagatedTrace? Trace { get; set; }

    /// <summary>When it came into the mailbox; set only when it is traced.</summary>
    public DateTimeOffset Arrived { get; set; }

    /// <summary>How many wires it has come over.</summary>
    public int Hops { get; init; }

    /// <summary>The version of the cluster by which a silo sent it on; the next one must not know less.</summary>
    public long View { get; set; }

    /// <summary>Its number on the connection that it was sent over.</summary>
    public long SentId { get; set; }

    /// <summary>Whether the grain would share nothing with the caller.</summary>
    public bool IsOwned { get; set; }

    /// <summary>Who waits for the answer in another process; nobody does for a one-way call.</summary>
    public ICallOrigin? Origin { get; init; }

    /// <summary>Its number on the connection that it came by.</summary>
    public long OriginId { get; init; }

    public ICallPlace? Place
    {
        get => _place;
        set
        {
            Volatile.Write(ref _place, value);
            Interlocked.MemoryBarrier(); // Of a place and a cancellation that come at once, one side at least must see the other.
            if (_cancelled)
            {
                value?.Cancel(this);
            }
        }
    }

    /// <summary>Where it is kept until it is answered or its caller's patience ends; none where the caller is in another process.</summary>
    public CallDeadlines.Waiting Waits { get; set; }

    public bool IsCancelled => _cancelled;

    public override bool MayInterleave => Method.AlwaysInterleaves;

    public override Guid? CallChain => RequestContext.CallChainOf(Context);

    public override string ToString() => $"{Method} of {Target}";

    /// <summary>Makes sure that the grain shares nothing with the caller; once, however often the call is passed on.</summary>
    public void Own()
    {
        if (!IsOwned)
        {
            IsOwned = true;
            Method.Own(Arguments);
            Context = RequestContext.Own(Context);
        }
    }

    /// <summary>The caller gave it up; what has begun is asked to stop, what has not never begins.</summary>
    public void Cancel()
    {
        _cancelled = true;
        Interlocked.MemoryBarrier(); // See Place.
        Volatile.Read(ref _place)?.Cancel(this);
    }

    public abstract void CancelInGrain();

    /// <summary>No answer came in time.</summary>
    public abstract void RunOutOfTime(TimeSpan patience);

    /// <summary>The answer came from another process.</summary>
    public abstract void Answered(ref WireReader result);

    public abstract void Fail(Exception fault);

    public override void Refuse(Activation activation, Exception? activationFault)
    {
        if (activationFault is not null)
        {
            Fail(activationFault);
        }
        else
        {
            activation.Silo.RouteOrFail(this);
        }
    }
}
