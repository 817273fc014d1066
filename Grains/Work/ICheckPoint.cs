namespace Interleave.Grains.Work;

/// <summary>What a kernel calls every few microseconds, so that a unit that must let others run can do so in the middle of a computation.</summary>
/// <remarks>Kernels take it as a type argument: for a structure that does nothing, the compiled loop is the one without.</remarks>
public interface ICheckPoint
{
    void Pass();
}
