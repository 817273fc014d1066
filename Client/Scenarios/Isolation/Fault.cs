namespace Interleave.Client.Scenarios.Isolation;

/// <summary>What goes wrong in a unit.</summary>
internal enum Fault
{
    /// <summary>It throws, catches what it threw, and tells its caller.</summary>
    HandledException,

    /// <summary>It throws, and catches nothing.</summary>
    UnhandledException,

    /// <summary>It finds the state of its process broken and ends it at once, as the runtime does at an overflow of the stack.</summary>
    FailFast,

    /// <summary>The system kills the process that it lives in; on grains, that of its silo.</summary>
    KilledProcess,
}
