using System.Collections.Concurrent;
using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;

namespace Interleave.Embedded.Network;

/// <summary>Calls and their answers between two processes, both ways over one socket.</summary>
internal sealed class CallConnection(FrameSocket socket, IConnectionOwner owner) : ICallOrigin, ICallPlace, IDisposable
{
    private static readonly ValueCodec<CarriedException> FaultCodec = ValueCodec.For<CarriedException>();

    private readonly ConcurrentDictionary<long, Call> _awaited = new();
    private readonly ConcurrentDictionary<long, Call> _unanswered = new();
    private long _lastId;

    /// <summary>The silo at the other end, once it has said who it is.</summary>
    public SiloAddress? Silo { get; set; }

    /// <summary>Ends with the silos that the other end knows of, if this end dialled and was let in.</summary>
    public TaskCompletionSource<ClusterMember[]> Welcomed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
            if (!socket.Send(FrameKind.Request, call, Write))
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

    public void Answer<TResult>(Call call, GrainMethod<TResult> method, TResult result)
    {
        _unanswered.TryRemove(call.OriginId, out _);
        socket.Send(FrameKind.Answer, (call.OriginId, method, result), static (writer, answer) =>
        {
            writer.WriteNumber((ulong)answer.OriginId);
            answer.method.WriteResult(writer, answer.result);
        });
    }

    public void AnswerFault(Call call, Exception fault)
    {
        _unanswered.TryRemove(call.OriginId, out _);
        try
        {
            SendFault(call.OriginId, fault);
        }
        catch (Exception unsendable)
        {
            SendFault(call.OriginId, unsendable);
        }
    }

    public void SendControl<T>(FrameKind kind, T said) => socket.Send(
        kind, said, static (writer, said) => writer.WriteJson(said, static (json, said) => JsonSerializer.Serialize(json, said, GrainJson.Options)));

    /// <inheritdoc/>
    public void Cancel(Call call)
    {
        if (_awaited.TryRemove(call.SentId, out _))
        {
            socket.Send(FrameKind.Cancel, call.SentId, static (writer, id) => writer.WriteNumber((ulong)id));
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken) => socket.CloseAsync(cancellationToken);

    public void Dispose() => socket.Dispose();

    private void Write(WireWriter writer, Call call)
    {
        // Zero where no answer is wanted.
        writer.WriteNumber((ulong)call.SentId);
        new RequestHeader(owner.Router.Classes.Named(call.Target.Type).Id, call.Target.Key, call.Method.Id, call.Hops, call.TraceParent, call.Context).Write(writer);
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

        foreach (var (_, call) in _unanswered)
        {
            // Nobody is left to take the answer.
            call.Cancel();
        }
    }

    private void Receive(WireReader frame)
    {
        var kind = (FrameKind)frame.ReadByte();
        switch (kind)
        {
            case FrameKind.Request:
                ReceiveRequest((long)frame.ReadNumber(), frame);
                break;
            case FrameKind.Answer or FrameKind.Fault:
                if (_awaited.TryRemove((long)frame.ReadNumber(), out var awaited))
                {
                    ReceiveAnswer(kind, awaited, frame);
                }

                break;
            case FrameKind.Cancel:
                if (_unanswered.TryRemove((long)frame.ReadNumber(), out var call))
                {
                    call.Cancel();
                }

                break;
            default:
                ReceiveControl(kind, frame);
                break;
        }
    }

    private void ReceiveControl(FrameKind kind, WireReader frame)
    {
        using var said = JsonDocument.Parse(frame.ReadJsonPart(out var arrays));
        using (RawArrays.ReadFrom(arrays))
        {
            owner.OnControl(this, kind, said.RootElement);
        }
    }

    private void ReceiveRequest(long id, WireReader frame)
    {
        try
        {
            var header = RequestHeader.Read(ref frame);
            var method = owner.Router.Classes.Method(header.Method);
            var target = new GrainId(owner.Router.Classes.Class(header.Class).Name, header.Key);
            var call = method.Receive(target, header, method.ReadArguments(ref frame), id == 0 ? null : this, id);
            if (id != 0)
            {
                // Its caller may give it up until it is answered.
                _unanswered[id] = call;
            }

            owner.Router.Route(call);
        }
        catch (Exception fault)
        {
            _unanswered.TryRemove(id, out _);
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
