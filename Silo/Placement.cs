namespace Interleave.Silo;

/// <summary>Where a grain is activated that is called while it is nowhere.</summary>
internal enum Placement
{
    /// <summary>On the silo that the hash of its key names: the same in every run.</summary>
    Hash,

    /// <summary>On any silo.</summary>
    Random,

    /// <summary>On the silo that was called, where it can be.</summary>
    Local,

    /// <summary>On the silo with the fewest activations of those that are looked at.</summary>
    Balanced,
}
