namespace Runtime.Tests.Faults;

/// <summary>What can happen to a silo.</summary>
public enum FaultKind
{
    /// <summary>A process is started; it joins when it can.</summary>
    Start,

    /// <summary>It is asked to stop, and leaves.</summary>
    Stop,

    /// <summary>Its process is killed.</summary>
    Kill,

    /// <summary>Its process is stopped from running, and stays as it is.</summary>
    Freeze,

    /// <summary>Its process runs again, if it still exists.</summary>
    Thaw,

    /// <summary>Its process is killed, and another one started in its place.</summary>
    Restart,
}
