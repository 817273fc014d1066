using System.Reflection;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Streaming;

/// <summary>A method that gives an asynchronous sequence: each of its calls fetches what comes next.</summary>
internal sealed class StreamMethod<TItem> : GrainMethod<StreamBatch<TItem>>
{
    private readonly Lazy<Func<object, Arguments, CancellationToken, IAsyncEnumerable<TItem>>> _open;

    public StreamMethod(Type grainInterface, MethodInfo method)
        : base(grainInterface, method)
    {
        // The grain may be busy with whatever feeds the stream.
        AlwaysInterleaves = true;
        _open = new(() => GrainMethodBody.Compile<Func<object, Arguments, CancellationToken, IAsyncEnumerable<TItem>>>(method, call => call));
    }

    public override ValueTask<StreamBatch<TItem>> Run(object grain, Arguments arguments, CancellationToken cancellationToken)
    {
        var step = (StreamArguments)arguments;
        var activation = Activation.Current!; // Requests run on their activation's scheduler.
        switch (step.Step)
        {
            case StreamStep.Open:
                var opened = new ActivationStream<TItem>(token => _open.Value(grain, step.Opening!, token), activation.Silo); // An opening step has them.
                activation.Streams.Add(step.Stream, opened);
                return activation.Streams.NextAsync(step.Stream, opened, step.MostItems);
            case StreamStep.Next:
                return activation.Streams.NextAsync(step.Stream, activation.Streams.Find<TItem>(step.Stream), step.MostItems);
            default:
                return activation.Streams.CloseAsync<TItem>(step.Stream);
        }
    }

    public override Arguments ReadArguments(ref WireReader reader)
    {
        var stream = CodecOf<Guid>.Instance.Read(ref reader);
        var step = CodecOf<StreamStep>.Instance.Read(ref reader);
        var mostItems = reader.Count();
        return new StreamArguments(stream, step, mostItems, step == StreamStep.Open ? base.ReadArguments(ref reader) : null);
    }
}
