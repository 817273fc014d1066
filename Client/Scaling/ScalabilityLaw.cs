namespace Interleave.Client.Scaling;

/// <summary>The Universal Scalability Law: what N cores or silos yield, of what one of them does.</summary>
/// <remarks>C(N) = N / (1 + σ(N − 1) + κN(N − 1)), after Gunther, Guerrilla Capacity Planning, 2007, chapter 4.</remarks>
/// <param name="Contention">σ: the share of the work that is done one after the other.</param>
/// <param name="Crosstalk">κ: the cost of keeping each with each other in step; it makes throughput fall again.</param>
internal sealed record ScalabilityLaw(double Contention, double Crosstalk)
{
    /// <summary>Where throughput is highest; null where it never falls.</summary>
    public double? Peak => Crosstalk > 0 && Contention < 1 ? Math.Max(1, Math.Sqrt((1 - Contention) / Crosstalk)) : null;

    /// <summary>Throughput over that of one.</summary>
    public double Capacity(double number) => number / (1 + (Contention * (number - 1)) + (Crosstalk * number * (number - 1)));
}
