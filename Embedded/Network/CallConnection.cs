using System.Collections.Concurrent;
using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>Calls and their answers between two processes, both ways over one socket.</summary>
internal sealed class CallConnection(FrameSocket socket, IConnectionOwner owner) : ICallOrigin, ICallPlace, IDisposable
{
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
            if (!socket.Send(FrameKind.Request, writer => Write(writer, call)))
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

    public void Answer<TResult>(Call call, TResult result)
    {
        _unanswered.TryRemove(call.OriginId, out _);
        socket.Send(FrameKind.Answer, writer =>
        {
            writer.WriteNumberValue(call.OriginId);
            JsonSerializer.Serialize(writer, result, GrainJson.Options);
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

    public void SendControl<T>(FrameKind kind, T said) => socket.Send(kind, writer => JsonSerializer.Serialize(writer, said, GrainJson.Options));

    /// <inheritdoc/>
    public void Cancel(Call call)
    {
        if (_awaited.TryRemove(call.SentId, out _))
        {
            socket.Send(FrameKind.Cancel, writer => writer.WriteNumberValue(call.SentId));
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken) => socket.CloseAsync(cancellationToken);

    public void Dispose() => socket.Dispose();

    private static void Write(Utf8JsonWriter writer, Call call)
    {
        // Zero where no answer is wanted.
        writer.WriteNumberValue(call.SentId);
        JsonSerializer.Serialize(writer, new RequestHeader(call.Target, call.Method.Id, call.Hops, call.TraceParent, call.Context), GrainJson.Options);
        call.Method.WriteArguments(writer, call.Arguments);
    }

    private void SendFault(long id, Exception fault)
    {
        if (id != 0)
        {
            socket.Send(FrameKind.Fault, writer =>
            {
                writer.WriteNumberValue(id);
                JsonSerializer.Serialize(writer, CarriedException.Of(fault), GrainJson.Options);
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

    private void Receive(JsonElement frame)
    {
        var kind = (FrameKind)frame[0].GetInt32();
        switch (kind)
        {
            case FrameKind.Request:
                ReceiveRequest(frame[1].GetInt64(), frame);
                break;
            case FrameKind.Answer or FrameKind.Fault:
                if (_awaited.TryRemove(frame[1].GetInt64(), out var awaited))
                {
                    ReceiveAnswer(kind, awaited, frame[2]);
                }

                break;
            case FrameKind.Cancel:
                if (_unanswered.TryRemove(frame[1].GetInt64(), out var call))
                {
                    call.Cancel();
                }

                break;
            default:
                owner.OnControl(this, kind, frame[1]);
                break;
        }
    }

    private void ReceiveRequest(long id, JsonElement frame)
    {
        try
        {
            var header = frame[2].Deserialize<RequestHeader>(GrainJson.Options)!; // Never sent without one.
            var method = owner.Router.Classes.Method(header.Method);
            var call = method.Receive(header, method.ReadArguments(frame.EnumerateArray().Skip(3)), id == 0 ? null : this, id);
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

    private static void ReceiveAnswer(FrameKind kind, Call awaited, JsonElement answer)
    {
        try
        {
            if (kind == FrameKind.Answer)
            {
                awaited.Answered(answer);
            }
            else
            {
                awaited.Fail(answer.Deserialize<CarriedException>(GrainJson.Options)!.Restore()); // Never sent without one.
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
