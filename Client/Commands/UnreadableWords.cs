using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Interleave.Client.Commands;

/// <summary>What the parser could not make sense of, in a line each.</summary>
internal static class UnreadableWords
{
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // Help and the version need no command that can be carried out.
        if (parsed is { UnmatchedTokens.Count: 0, Action: null or ParseErrorAction } && command is { Action: null, Subcommands.Count: > 0 })
        {
            return [UnknownName.Missing(command)];
        }

        List<string> taken = [.. OptionsTakenForArguments(parsed.CommandResult)];
        // Each of them left a word over that it had pushed out of its place.
        var displaced = parsed.UnmatchedTokens.Where(word => !word.StartsWith('-')).TakeLast(taken.Count).ToHashSet();
        List<string> faults = [.. taken, .. Unmatched([.. parsed.UnmatchedTokens.Where(word => !displaced.Contains(word))], command)];
        // What is missing may be what stands in the wrong place.
        return faults.Count > 0 && parsed.UnmatchedTokens.Count > 0 ? faults : [.. faults.Concat(parsed.Errors.Select(error => error.Message)).Distinct()];
    }

    private static IEnumerable<string> Unmatched(IReadOnlyList<string> words, Command command)
    {
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            var name = word.Split('=')[0];
            if (command.Options.FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name)) is not { } option)
            {
                yield return UnknownName.Fault(word, command);
                if (!word.StartsWith('-') && command.Subcommands.Count > 0)
                {
                    yield break; // What follows is meant for the command that nobody knows.
                }

                if (word.StartsWith('-') && name == word && index + 1 < words.Count && !words[index + 1].StartsWith('-'))
                {
                    index++; // The value of the option that nobody knows.
                }

                continue;
            }

            var takesNext = option.Arity.MaximumNumberOfValues > 0 && name == word && index + 1 < words.Count && !words[index + 1].StartsWith('-');
            var value = takesNext ? $" {words[++index]}" : "";
            yield return $"{name} stands before '{command.Name}': write it behind, as in 'interleave {PathOf(command)} … {word}{value}'.";
        }
    }

    /// <summary>A command that still lacks an argument takes any word for it, an unknown option too.</summary>
    private static IEnumerable<string> OptionsTakenForArguments(CommandResult given) => given.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens)
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && token.Value.Length > 2)
        .Select(token => UnknownName.Fault(token.Value, given.Command));

    private static string PathOf(Command command) => string.Join(
        ' ',
        command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(command.Name));
}
