namespace Interleave.Grains.Race;

/// <summary>Goes on with other calls while one awaits.</summary>
public interface IInterleavingGrain : ISharedStateGrain;
