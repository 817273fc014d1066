namespace Interleave.Embedded.Streaming;

/// <summary>A stream that its activation keeps between two steps.</summary>
internal interface IActivationStream : IAsyncDisposable
{
    long LastAsked { get; }
}
