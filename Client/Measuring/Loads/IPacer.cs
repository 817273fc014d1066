namespace Interleave.Client.Measuring.Loads;

/// <summary>Knows when each operation of an open load is due, and lets units wait for that.</summary>
internal interface IPacer
{
    long Operations { get; }

    /// <summary>The load begins now, unless it has begun. Units may wait before.</summary>
    void Begin();

    /// <summary>The timestamp at which an operation is due; known since the load began.</summary>
    long DueAt(long number);

    /// <summary>Blocks until the operation is due, or the load is cancelled.</summary>
    void Wait(long number);

    /// <summary>Completes when the operation is due, or the load is cancelled.</summary>
    Task WaitAsync(long number);
}
