using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>Why contrasts are undecided.</summary>
internal static class OpenContrasts
{
    /// <summary>Behind a colon what all undecided ones share; nothing where they differ, for the detailed sentences say it of each.</summary>
    public static string Reason(IEnumerable<Contrast> contrasts)
    {
        var needs = contrasts.Where(contrast => contrast.Verdict == Verdict.Undecided).Select(contrast => contrast.Needed).Distinct().ToList();
        return needs is [{ } one] ? $": {one}" : "";
    }
}
