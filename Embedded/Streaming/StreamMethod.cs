using System.Reflection;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Streaming;

/// <summary>A method that gives an asynchronous sequence: each of its calls fetches what comes next.</summary>
internal sealed class StreamMethod<TItem> : GrainMethod<StreamBatch<TItem>>
{
    public StreamMethod(MethodInfo method)
        : base(method, typeof(StreamRequest))
    {
        // The grain may be busy with whatever feeds the stream.
        AlwaysInterleaves = true;
    }

    public override object Invoke(CallRouter router, GrainId target, object?[] arguments) =>
        new GrainStream<TItem>(router, target, this, arguments, TakeToken(arguments));

    public override ValueTask<StreamBatch<TItem>> RunAsync(Activation activation, object?[] arguments)
    {
        var request = (StreamRequest)arguments[^1]!; // Each call brings one.
        switch (request.Step)
        {
            case StreamStep.Open:
                var opened = new ActivationStream<TItem>(token => Open(activation, arguments[..^1], token), activation.Silo);
                activation.Streams.Add(request.Stream, opened);
                return new(activation.Streams.NextAsync(request.Stream, opened));
            case StreamStep.Next:
                return new(activation.Streams.NextAsync(request.Stream, activation.Streams.Find<TItem>(request.Stream)));
            default:
                return new(activation.Streams.CloseAsync<TItem>(request.Stream));
        }
    }

    private IAsyncEnumerable<TItem> Open(Activation activation, object?[] arguments, CancellationToken token)
    {
        SetToken(arguments, token);
        return (IAsyncEnumerable<TItem>)Start(activation, arguments);
    }
}
