namespace Interleave.Embedded;

/// <summary>The state of a silo: here all that are known are active, for one that is gone is forgotten.</summary>
public enum SiloStatus
{
    None,
    Active,
}
