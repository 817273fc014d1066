using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>How far apart two models are, so that the strongest contrasts can be told first.</summary>
internal static class ContrastStrength
{
    public static bool IsDecided(this Contrast contrast) => contrast.Verdict is Verdict.Better or Verdict.Worse;

    /// <summary>The logarithm of the ratio without its direction; infinite where one side has nothing at all.</summary>
    public static double Strength(this Contrast contrast) =>
        contrast.Ratio is { } ratio and > 0 && double.IsFinite(ratio) ? Math.Abs(Math.Log(ratio)) : double.PositiveInfinity;
}
