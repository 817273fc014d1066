namespace Interleave.Client.Measuring.Machine;

/// <summary>A process as it can be seen from outside.</summary>
internal interface IProcessView
{
    int Id { get; }

    /// <summary>Null when the process is gone.</summary>
    ProcessState? Look();

    /// <summary>Makes the peak of resident memory start again from what is resident now, where that can be done.</summary>
    void ForgetPeak();

    /// <summary>Null where the system does not tell.</summary>
    long? ProportionalMemory();

    /// <summary>Processor time of each thread that lives; null where the system does not tell.</summary>
    IEnumerable<(int Thread, TimeSpan CpuTime)>? ThreadTimes();
}
