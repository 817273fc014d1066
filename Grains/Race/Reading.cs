namespace Interleave.Grains.Race;

/// <summary>What a step has read and has not written yet; outdated if another unit writes meanwhile.</summary>
/// <param name="From">The cell that the step takes from.</param>
/// <param name="To">The cell that the step adds to.</param>
public readonly record struct Reading(int From, long FromValue, int To, long ToValue);
