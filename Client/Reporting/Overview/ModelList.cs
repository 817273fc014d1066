namespace Interleave.Client.Reporting.Overview;

/// <summary>Names joined as in a sentence: <c>tasks, loop and grains</c>, or a choice of them.</summary>
internal static class ModelList
{
    public static string Of(IReadOnlyList<string> names) => Joined(names, "and");

    public static string OneOf(IReadOnlyList<string> names) => Joined(names, "or");

    private static string Joined(IReadOnlyList<string> names, string last) =>
        names.Count <= 1 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} {last} {names[^1]}";
}
