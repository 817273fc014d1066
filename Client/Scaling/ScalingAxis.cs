namespace Interleave.Client.Scaling;

/// <summary>What there is more of.</summary>
internal enum ScalingAxis
{
    Cores,
    Silos,
}
