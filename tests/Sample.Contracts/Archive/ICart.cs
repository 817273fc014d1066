namespace Sample.Contracts.Archive;

/// <summary>Called as another interface is, in another namespace; no silo has grains of it.</summary>
public interface ICart : IGrainWithStringKey
{
    Task<string> Add(string item);
}
