namespace Interleave.Embedded;

/// <summary>Whatever can be called from elsewhere: a grain, or a reference to one.</summary>
public interface IAddressable;
