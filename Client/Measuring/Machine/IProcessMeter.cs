namespace Interleave.Client.Measuring.Machine;

/// <summary>Measures what one process uses, from its making on.</summary>
internal interface IProcessMeter
{
    /// <summary>Looks at what has only a current value; called again and again.</summary>
    void Sample();

    ProcessUsage Stop();
}
