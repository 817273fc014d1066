namespace Interleave.Silo;

/// <summary>Ends a silo that cannot go on; a silo inside another program only says so.</summary>
internal delegate void EndSilo(string reason);
