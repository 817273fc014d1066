using System.Collections.Concurrent;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>Calls and their answers between two processes, both ways over one socket.</summary>
internal sealed class CallConnection(FrameSocket socket, IConnectionOwner owner) : ICallOrigin, ICallPlace, IDisposable
{
    private readonly ConcurrentDictionary<long, Call> _awaited = new();
    private readonly ConcurrentDictionary<long, Call> _cancellable = new();
    private long _lastId;

    /// <summary>The silo at the other end, once it has said who it is.</summary>
    public SiloAddress? Silo { get; set; }

    /// <summary>Ends with the silos that the other end knows of, if this end dialled and was let in.</summary>
    public TaskCompletionSource<IReadOnlyList<ClusterMember>> Welcomed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Peer => Silo?.ToString() ?? socket.Peer?.ToString() ?? "somebody";

    /// <summary>Begins to receive.</summary>
    public void Start()
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(ReceiveAsync);
        }
    }

    /// <summary>Sends a call; its answer, or the end of this connection, completes it.</summary>
    public void Send(Call call)
    {
        if (!call.Method.IsOneWay)
        {
            call.SentId = Interlocked.Increment(ref _lastId);
            _awaited[call.SentId] = call;
        }

        try
        {
            if (!socket.Send(FrameKind.Request, call, static (writer, call) => RequestFrame.Write(writer, call)))
            {
                throw Unavailable();
            }
        }
        catch
        {
            _awaited.TryRemove(call.SentId, out _);
            throw;
        }

        call.Place = this;
    }

    /// <summary>Remembers a request that was received until it is answered, for its caller may cancel it.</summary>
    public void Track(Call call)
    {
        if (call.Method.TakesToken)
        {
            _cancellable[call.OriginId] = call;
        }
    }

    public void Answer<TResult>(Call call, Codec<TResult> codec, TResult result)
    {
        if (call.Method.TakesToken)
        {
            _cancellable.TryRemove(call.OriginId, out _);
        }

        try
        {
            socket.Send(FrameKind.Answer, (call.OriginId, codec, result), static (writer, answer) =>
            {
                writer.Int64(answer.OriginId);
                answer.codec.Write(writer, answer.result);
            });
        }
        catch (Exception fault)
        {
            // A result that cannot be written is the caller's to know.
            SendFault(call.OriginId, fault);
        }
    }

    public void AnswerFault(Call call, Exception fault)
    {
        _cancellable.TryRemove(call.OriginId, out _);
        SendFault(call.OriginId, fault);
    }

    private void SendFault(long id, Exception fault)
    {
        if (id != 0)
        {
            socket.Send(FrameKind.Fault, (id, fault), static (writer, answer) =>
            {
                writer.Int64(answer.id);
                CodecOf<Exception>.Instance.Write(writer, answer.fault);
            });
        }
    }

    public void SendControl(FrameKind kind, Action<WireWriter> write) => socket.Send(kind, write, static (writer, write) => write(writer));

    /// <inheritdoc/>
    public void Cancel(Call call) => CancelSent(call.SentId);

    public Task CloseAsync(CancellationToken cancellationToken) => socket.CloseAsync(cancellationToken);

    public void Dispose() => socket.Dispose();

    private void CancelSent(long id)
    {
        if (_awaited.TryRemove(id, out _))
        {
            socket.Send(FrameKind.Cancel, id, static (writer, id) => writer.Int64(id));
        }
    }

    private async Task ReceiveAsync()
    {
        Exception? reason = null;
        try
        {
            await socket.ReceiveAsync(Receive);
        }
        catch (Exception fault)
        {
            reason = fault;
        }

        socket.Dispose();
        owner.OnClosed(this, reason);
        foreach (var (id, _) in _awaited)
        {
            if (_awaited.TryRemove(id, out var awaited))
            {
                awaited.Fail(Unavailable(reason));
            }
        }

        foreach (var (_, call) in _cancellable)
        {
            // Nobody is left to take the answer.
            call.Cancel();
        }
    }

    private void Receive(ReadOnlySpan<byte> frame)
    {
        var reader = new WireReader(frame, owner.Router);
        var kind = (FrameKind)reader.Byte();
        switch (kind)
        {
            case FrameKind.Request:
                ReceiveRequest(ref reader);
                break;
            case FrameKind.Answer or FrameKind.Fault:
                if (_awaited.TryRemove(reader.Int64(), out var awaited))
                {
                    ReceiveAnswer(kind, awaited, ref reader);
                }

                break;
            case FrameKind.Cancel:
                if (_cancellable.TryRemove(reader.Int64(), out var call))
                {
                    call.Cancel();
                }

                break;
            default:
                owner.OnControl(this, kind, ref reader);
                break;
        }
    }

    private void ReceiveRequest(ref WireReader reader)
    {
        var id = reader.Int64();
        try
        {
            owner.OnRequest(this, id, ref reader);
        }
        catch (Exception fault)
        {
            SendFault(id, fault);
        }
    }

    private static void ReceiveAnswer(FrameKind kind, Call awaited, ref WireReader reader)
    {
        try
        {
            if (kind == FrameKind.Answer)
            {
                awaited.Answered(ref reader);
            }
            else
            {
                awaited.Faulted(ref reader);
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
