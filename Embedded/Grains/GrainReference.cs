using Interleave.Embedded.Calls;
using Interleave.Embedded.Streaming;

namespace Interleave.Embedded;

/// <summary>Stands for a grain wherever it is activated; two references to one grain are equal.</summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly CallRouter _router;

    internal GrainReference(GrainId grainId, CallRouter router)
    {
        GrainId = grainId;
        _router = router;
    }

    public GrainId GrainId { get; }

    internal CallRouter Router => _router;

    public bool Equals(GrainReference? other) => other is not null && GrainId == other.GrainId;

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}";

    // The methods of a generated proxy end in one of these, by their result.
    internal void InvokeVoid(GrainMethod<NoResult> method, Arguments arguments, CancellationToken cancellationToken) =>
        _router.Invoke(GrainId, method, arguments, cancellationToken);

    internal Task InvokeTask(GrainMethod<NoResult> method, Arguments arguments, CancellationToken cancellationToken) =>
        _router.Invoke(GrainId, method, arguments, cancellationToken);

    internal ValueTask InvokeValueTask(GrainMethod<NoResult> method, Arguments arguments, CancellationToken cancellationToken) =>
        new(_router.Invoke(GrainId, method, arguments, cancellationToken));

    internal Task<TResult> InvokeTaskOf<TResult>(GrainMethod<TResult> method, Arguments arguments, CancellationToken cancellationToken) =>
        _router.Invoke(GrainId, method, arguments, cancellationToken);

    internal ValueTask<TResult> InvokeValueTaskOf<TResult>(GrainMethod<TResult> method, Arguments arguments, CancellationToken cancellationToken) =>
        new(_router.Invoke(GrainId, method, arguments, cancellationToken));

    internal IAsyncEnumerable<TItem> InvokeStream<TItem>(StreamMethod<TItem> method, Arguments arguments, CancellationToken cancellationToken) =>
        new GrainStream<TItem>(this, method, arguments, cancellationToken);
}
