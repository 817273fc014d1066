using System.Reflection;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;

namespace Interleave.Embedded.Calls;

/// <summary>A method that gives a <typeparamref name="TResult"/> in the end.</summary>
internal class GrainMethod<TResult>(MethodInfo method, params Type[] added) : GrainMethod(method, added)
{
    private readonly MethodInvoker _body = MethodInvoker.Create(method);
    private readonly bool _isShared = Sharing.IsShared(typeof(TResult));
    private readonly ValueCodec<TResult> _codec = ValueCodec.For<TResult>();

    public override object Invoke(CallRouter router, GrainId target, object?[] arguments) =>
        router.CallAsync(target, this, arguments, TakeToken(arguments));

    public sealed override Call Receive(GrainId target, RequestHeader header, object?[] arguments, ICallOrigin? origin, long originId) =>
        new Call<TResult>(target, this, arguments)
        {
            Context = header.Context,
            Trace = header.Trace,
            Hops = header.Hops + 1,
            View = header.View,
            Origin = origin,
            OriginId = originId,
            IsOwned = true,
        };

    /// <summary>Carries a call out, on the scheduler of its activation.</summary>
    public virtual ValueTask<TResult> RunAsync(Activation activation, object?[] arguments)
    {
        var work = Start(activation, arguments);
        return work is Task<TResult> answer ? new ValueTask<TResult>(answer) : EndAsync((Task)work);
    }

    /// <summary>Replaces a result that the grain could still change.</summary>
    public TResult Own(TResult result) => _isShared ? result : _codec.Copy(result);

    public void WriteResult(WireWriter writer, TResult result) => _codec.Write(writer, result);

    public TResult ReadResult(ref WireReader reader) => _codec.Read(ref reader);

    protected object Start(Activation activation, Span<object?> arguments) =>
        _body.Invoke(activation.GrainInstance, arguments) ?? throw new InvalidOperationException($"{this} gave null instead of a task.");

    private static async ValueTask<TResult> EndAsync(Task work)
    {
        await work;
        return default!; // There is no result.
    }
}
