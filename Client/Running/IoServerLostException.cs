namespace Interleave.Client.Running;

/// <summary>The I/O server ended by itself: what would be measured from now on is a server that refuses.</summary>
internal sealed class IoServerLostException() : Exception("The I/O server ended by itself; the run ends here, with what was measured before.");
