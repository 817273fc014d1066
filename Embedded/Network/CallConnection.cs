using System.Collections.Concurrent;
using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;

namespace Interleave.Embedded.Network;

/// <summary>Calls one way and their answers the other, over one socket.</summary>
/// <param name="socket">After its handshake.</param>
/// <param name="owner">The silo's or client's network that it is part of.</param>
/// <param name="asks">Whether this end calls, and the other one answers.</param>
/// <param name="silo">The silo at the other end; null for a client.</param>
internal sealed class CallConnection(FrameSocket socket, IConnectionOwner owner, bool asks, SiloAddress? silo) : ICallOrigin, ICallPlace
{
    /// <summary>Beyond so many requests without an answer, an end that asks for more is refused.</summary>
    private const int MostUnanswered = 1 << 17;

    private static readonly ValueCodec<CarriedException> FaultCodec = ValueCodec.For<CarriedException>();

    private readonly ConcurrentDictionary<long, Call> _awaited = new();
    private readonly ConcurrentDictionary<long, Call> _unanswered = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _unansweredCount;
    private long _lastId;
    private volatile bool _isClosed;

    /// <summary>The silo at the other end; null for a client.</summary>
    public SiloAddress? Silo => silo;

    public string Peer => silo?.ToString() ?? socket.Peer?.ToString() ?? "somebody";

    /// <summary>Whether calls are under way over it.</summary>
    public bool IsBusy => !_awaited.IsEmpty || !_unanswered.IsEmpty;

    public Task Ended => _ended.Task;

    /// <summary>Takes what comes until the connection ends; then what waits for answers has failed.</summary>
    public async Task RunAsync()
    {
        Exception? reason = null;
        try
        {
            await socket.ReceiveAsync(Receive, waitsForRoom: !asks);
        }
        catch (Exception fault)
        {
            reason = fault;
        }

        _isClosed = true;
        socket.Abort();
        owner.OnClosed(this, reason);
        foreach (var (id, _) in _awaited)
        {
            Fail(id, reason);
        }

        foreach (var (_, call) in _unanswered)
        {
            // Nobody is left to take the answer.
            call.Cancel();
        }

        _ended.TrySetResult();
    }

    /// <summary>Sends a call, whose answer, or the end of this connection, completes it; false if that has come already, and nothing was sent.</summary>
    public bool TrySend(Call call)
    {
        var id = 0L;
        if (!call.Method.IsOneWay)
        {
            call.SentId = id = Interlocked.Increment(ref _lastId);
            _awaited[id] = call;
        }

        try
        {
            if (!socket.Send(FrameKind.Request, call, Write))
            {
                return id != 0 && !_awaited.TryRemove(id, out _);
            }
        }
        catch
        {
            _awaited.TryRemove(id, out _);
            throw;
        }

        call.Place = this;
        if (_isClosed)
        {
            // It may have ended before this call was there to be failed.
            Fail(id, null);
        }

        return true;
    }

    public void Answer<TResult>(Call call, GrainMethod<TResult> method, TResult result)
    {
        Answered(call.OriginId);
        socket.Send(FrameKind.Answer, (call.OriginId, method, result), static (writer, answer) =>
        {
            writer.WriteNumber((ulong)answer.OriginId);
            answer.method.WriteResult(writer, answer.result);
        });
    }

    public void AnswerFault(Call call, Exception fault)
    {
        Answered(call.OriginId);
        try
        {
            SendFault(call.OriginId, fault);
        }
        catch (Exception unsendable)
        {
            SendFault(call.OriginId, unsendable);
        }
    }

    public void SendControl<T>(FrameKind kind, T said) => socket.SendControl(kind, said);

    /// <inheritdoc/>
    public void Cancel(Call call)
    {
        if (_awaited.TryRemove(call.SentId, out _))
        {
            socket.Send(FrameKind.Cancel, call.SentId, static (writer, id) => writer.WriteNumber((ulong)id));
        }
    }

    /// <summary>Sends what waits, then closes.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await socket.CloseAsync(cancellationToken);
        await Ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Abort();
    }

    /// <summary>Ends it at once.</summary>
    public void Abort() => socket.Abort();

    private void Write(WireWriter writer, Call call)
    {
        // Zero where no answer is wanted.
        writer.WriteNumber((ulong)call.SentId);
        new RequestHeader(
            owner.Router.Classes.Named(call.Target.Type).Id, call.Target.Key, call.Method.Id, call.Hops, call.View, call.Trace, call.Context).Write(writer);
        call.Method.WriteArguments(writer, call.Arguments);
    }

    private void SendFault(long id, Exception fault)
    {
        if (id != 0)
        {
            socket.Send(FrameKind.Fault, (id, CarriedException.Of(fault)), static (writer, answer) =>
            {
                writer.WriteNumber((ulong)answer.id);
                FaultCodec.Write(writer, answer.Item2);
            });
        }
    }

    private void Fail(long id, Exception? reason)
    {
        if (_awaited.TryRemove(id, out var awaited))
        {
            awaited.Fail(Unavailable(reason));
        }
    }

    private void Answered(long id)
    {
        if (_unanswered.TryRemove(id, out _))
        {
            Interlocked.Decrement(ref _unansweredCount);
        }
    }

    private void Receive(WireReader frame)
    {
        var kind = (FrameKind)frame.ReadByte();
        switch (kind)
        {
            case FrameKind.Request when !asks:
                ReceiveRequest((long)frame.ReadNumber(), frame);
                break;
            case FrameKind.Cancel when !asks:
                if (_unanswered.TryGetValue((long)frame.ReadNumber(), out var call))
                {
                    Answered(call.OriginId);
                    call.Cancel();
                }

                break;
            case FrameKind.Answer or FrameKind.Fault when asks:
                if (_awaited.TryRemove((long)frame.ReadNumber(), out var awaited))
                {
                    ReceiveAnswer(kind, awaited, frame);
                }

                break;
            default:
                owner.OnControl(this, kind, frame);
                break;
        }
    }

    private void ReceiveRequest(long id, WireReader frame)
    {
        if (_unanswered.ContainsKey(id))
        {
            throw new InvalidDataException($"Two requests have the number {id}.");
        }

        try
        {
            var header = RequestHeader.Read(ref frame);
            var method = owner.Router.Classes.Method(header.Method);
            var target = new GrainId(owner.Router.Classes.Class(header.Class).Name, header.Key);
            var call = method.Receive(target, header, method.ReadArguments(ref frame), id == 0 ? null : this, id);
            if (id != 0)
            {
                if (Interlocked.Increment(ref _unansweredCount) > MostUnanswered)
                {
                    Interlocked.Decrement(ref _unansweredCount);
                    throw new OrleansMessageRejectionException(
                        $"{MostUnanswered:N0} calls over one connection wait for their answers already; this one was not carried out.");
                }

                // Its caller may give it up until it is answered.
                _unanswered[id] = call;
            }

            owner.Router.Route(call);
        }
        catch (Exception fault)
        {
            Answered(id);
            SendFault(id, fault);
        }
    }

    private static void ReceiveAnswer(FrameKind kind, Call awaited, WireReader answer)
    {
        try
        {
            if (kind == FrameKind.Answer)
            {
                awaited.Answered(ref answer);
            }
            else
            {
                awaited.Fail(FaultCodec.Read(ref answer).Restore());
            }
        }
        catch (Exception fault)
        {
            awaited.Fail(fault);
        }
    }

    private SiloUnavailableException Unavailable(Exception? reason = null) =>
        new($"The silo {Peer} is gone: calls that waited for its answer have failed, and whether they were carried out is not known.", reason);
}
