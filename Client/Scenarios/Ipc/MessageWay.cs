namespace Interleave.Client.Scenarios.Ipc;

/// <summary>How a message goes from one unit to another.</summary>
internal enum MessageWay
{
    /// <summary>By reference, as units of one process can: a queue of threads, a channel of tasks, a call within a silo.</summary>
    Reference,

    /// <summary>An anonymous pipe of the operating system.</summary>
    Pipe,

    /// <summary>A Unix socket.</summary>
    Socket,

    /// <summary>A bounded queue whose other end is in another process: a thread feeds a pipe, and a semaphore between the processes is the bound.</summary>
    Queue,

    /// <summary>A ring in memory that both processes map, with a semaphore for what is free in it and one for what is filled.</summary>
    SharedMemory,

    /// <summary>A call between grains in two silos.</summary>
    Silos,
}
