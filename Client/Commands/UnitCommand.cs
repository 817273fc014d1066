using System.CommandLine;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Commands;

/// <summary><c>interleave unit</c>: a process of the model <c>processes</c>; started by this program itself.</summary>
internal static class UnitCommand
{
    public static Command Create()
    {
        var arguments = new Argument<string[]>("arguments");
        var command = new Command(UnitProcessMain.Command, "Does the work of a unit in a process of its own.") { Hidden = true };
        command.Add(arguments);
        command.SetAction(parsed => UnitProcessMain.Run(
            UnitProcessArguments.Parse(parsed.GetRequiredValue(arguments)) ?? throw new UserError("unit is a command that this program gives to itself.")));
        return command;
    }
}
