namespace Interleave.Client;

/// <summary>Guesses which name was meant.</summary>
internal static class NearestName
{
    /// <summary>The clause that ends a message on an unknown name: the nearest one, if it is near, and all that are allowed.</summary>
    public static string Hint(string given, IReadOnlyCollection<string> allowed) =>
        $"{(Of(given, allowed) is { } nearest ? $"did you mean '{nearest}'? " : "")}Allowed: {string.Join(", ", allowed)}.";

    public static string? Of(string given, IEnumerable<string> allowed) =>
        allowed.Select(name => (Name: name, Distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Name.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    /// <summary>The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours from one word to the other.</summary>
    private static int Distance(string from, string to)
    {
        var beforePrevious = Array.Empty<int>();
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[^1];
    }
}
