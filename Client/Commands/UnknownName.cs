using System.CommandLine;
using Interleave.Client.Planning;

namespace Interleave.Client.Commands;

/// <summary>Words on the command line that nothing is known by.</summary>
internal static class UnknownName
{
    public static string Fault(string token, Command command, IReadOnlyCollection<string> allowed) =>
        $"Unknown {(token.StartsWith('-') ? "option" : "command or argument")} '{token}' for '{command.Name}': {NearestName.Hint(token, allowed)}";

    /// <summary>Where a command takes any number of words, an unknown option arrives as one of them.</summary>
    public static IEnumerable<string> OptionsAmong(IEnumerable<string> words, Command command) =>
        words.Where(word => word.StartsWith('-')).Select(word => Fault(word, command, [.. command.Options.Select(option => option.Name)]));
}
