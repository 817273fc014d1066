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
    private static readonly ValueCodec<CarriedException> FaultCodec = ValueCodec.For<CarriedException>();

    private readonly AwaitedCalls _awaited = new();
    private readonly UnansweredCalls _unanswered = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
        foreach (var call in _awaited.TakeAll())
        {
            call.Fail(Unavailable(reason));
        }

        _unanswered.CancelAll();
        _ended.TrySetResult();
    }

    /// <summary>Sends a call, whose answer, or the end of this connection, completes it; false if that has come already, and nothing was sent.</summary>
    public bool TrySend(Call call)
    {
        var isAwaited = !call.Method.IsOneWay;
        if (isAwaited)
        {
            _awaited.Add(call);
        }

        try
        {
            if (!socket.Send(FrameKind.Request, call, Write))
            {
                return isAwaited && _awaited.Take(call.SentId) is null;
            }
        }
        catch
        {
            _awaited.Take(call.SentId);
            throw;
        }

        call.Place = this;
        if (_isClosed)
        {
            // It may have ended before this call was there to be failed.
            _awaited.Take(call.SentId)?.Fail(Unavailable());
        }

        return true;
    }

    /// <remarks>A silo that stops closes its connections when nothing waits for an answer: it must be on its way before.</remarks>
    public void Answer<TResult>(Call call, GrainMethod<TResult> method, TResult result)
    {
        socket.Send(FrameKind.Answer, (call.OriginId, method, result), static (writer, answer) =>
        {
            writer.WriteNumber((ulong)answer.OriginId);
            answer.method.WriteResult(writer, answer.result);
        });
        _unanswered.Take(call.OriginId);
    }

    /// <inheritdoc/>
    public void AnswerFault(Call call, Exception fault)
    {
        try
        {
            SendFault(call.OriginId, fault);
        }
        catch (Exception unsendable)
        {
            SendFault(call.OriginId, unsendable);
        }
        finally
        {
            _unanswered.Take(call.OriginId);
        }
    }

    public void SendControl<T>(FrameKind kind, T said) => socket.SendControl(kind, said);

    /// <inheritdoc/>
    public void Cancel(Call call)
    {
        if (_awaited.Take(call.SentId) is not null)
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

    private void Receive(WireReader frame)
    {
        var kind = (FrameKind)frame.ReadByte();
        switch (kind)
        {
            case FrameKind.Request when !asks:
                ReceiveRequest((long)frame.ReadNumber(), frame);
                break;
            case FrameKind.Cancel when !asks:
                _unanswered.Take((long)frame.ReadNumber())?.Cancel();
                break;
            case FrameKind.Answer or FrameKind.Fault when asks:
                if (_awaited.Take((long)frame.ReadNumber()) is { } awaited)
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
        if (_unanswered.Includes(id))
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
                _unanswered.Add(call);
            }

            owner.Router.Route(call);
        }
        catch (Exception fault)
        {
            _unanswered.Take(id);
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
