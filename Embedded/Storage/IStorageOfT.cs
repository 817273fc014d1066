namespace Interleave.Embedded;

/// <summary>A record of a grain that outlives its activations.</summary>
public interface IStorage<TState> : IStorage
{
    TState State { get; set; }
}
