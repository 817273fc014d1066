namespace Interleave.Client.Reporting.Overview;

/// <summary>Names joined as in a sentence: <c>tasks, loop and grains</c>.</summary>
internal static class ModelList
{
    public static string Of(IReadOnlyList<string> names) => names.Count <= 1 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
