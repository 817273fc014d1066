namespace Interleave.Grains.OwnWork;

/// <summary>Asks a server over HTTP.</summary>
/// <param name="Url">Whom to ask; null for the I/O server.</param>
/// <param name="Delay">How long the I/O server takes to answer.</param>
/// <param name="Bytes">How many bytes the I/O server answers with.</param>
[GenerateSerializer, Immutable]
public sealed record HttpStep(int Number, Uri? Url, TimeSpan Delay, int Bytes) : WorkStep;
