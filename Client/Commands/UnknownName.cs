using System.CommandLine;

namespace Interleave.Client.Commands;

/// <summary>A word on the command line that nothing is known by.</summary>
internal static class UnknownName
{
    public static string Fault(string word, Command command) =>
        $"Unknown {(word.StartsWith('-') ? "option" : "command or argument")} '{word}' for '{command.Name}': " +
            $"{NearestName.Hint(word.Split('=')[0], Known(command))}";

    public static string Missing(Command group) => $"'{group.Name}' needs a command. Allowed: {string.Join(", ", Subcommands(group))}.";

    private static List<string> Known(Command command) => [.. Subcommands(command), .. command.Options.Select(option => option.Name)];

    private static IEnumerable<string> Subcommands(Command command) =>
        command.Subcommands.Where(subcommand => !subcommand.Hidden).Select(subcommand => subcommand.Name);
}
