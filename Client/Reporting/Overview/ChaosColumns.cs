using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>The figures of a fault, in the order in which tables show them.</summary>
internal static class ChaosColumns
{
    public static IReadOnlyList<ChaosColumn> All { get; } =
    [
        new("answered", "calls that were answered", fault => Quantity.Number(fault.Answered)),
        new("refused", "calls that the runtime gave back before they reached a grain", fault => Quantity.Number(fault.Refused)),
        new("unknown", "calls of which the caller does not know what became", fault => Quantity.Number(fault.Unknown)),
        new("carried out though unknown", "transfers that such a call had carried out, as the next one was told", fault =>
            Quantity.Number(fault.CarriedThoughUnknown)),
        new("longest silence", "the longest time without any answer", fault => Quantity.Format(fault.LongestSilence, "s")),
        new("longest wait", "the longest time from when a transfer was due to its receipt", fault =>
            fault.LongestWait is { } wait ? Quantity.Format(wait, "s") : "no answer"),
        new("back to 90 %", "from the fault until throughput was back to nine tenths of the rate, and stayed there for a second", fault =>
            fault.RecoveredAfter is { } time ? time == 0 ? "never below" : Quantity.Format(time, "s") : "not yet"),
        new("moved", "books whose activation is on another silo than before", fault => Quantity.Number(fault.Moved)),
        new("duplicates", "transfers that a book holds twice", fault => Quantity.Number(fault.Duplicates)),
        new("lost in memory", "transfers that an activation had counted in memory only, and that ended with it", fault => Quantity.Number(fault.LostInMemory)),
        new("kept in storage", "transfers that were acknowledged before the fault, and are there at the end", fault => Quantity.Number(fault.KeptInStorage)),
        new("lost in storage", "transfers that were acknowledged meanwhile, and are not there at the end", fault => Quantity.Number(fault.LostInStorage)),
    ];
}
