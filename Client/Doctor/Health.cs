namespace Interleave.Client.Doctor;

/// <summary>How good something is for measuring.</summary>
internal enum Health
{
    Ok,

    /// <summary>Some figures suffer, or some scenario cannot go as far as it would.</summary>
    Warn,

    /// <summary>Figures from here mislead, or a scenario cannot run.</summary>
    Bad,
}
