namespace Interleave.Client.Measuring.Machine;

/// <summary>How the machine served a fixed piece of work on all of its cores at once.</summary>
/// <param name="Elapsed">Seconds until every core was done.</param>
/// <param name="Waited">The share of that time in which a core that had work to do here did something else.</param>
internal readonly record struct NoiseSample(double Elapsed, double Waited);
