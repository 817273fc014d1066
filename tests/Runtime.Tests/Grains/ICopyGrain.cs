namespace Runtime.Tests.Grains;

public interface ICopyGrain : IGrainWithStringKey
{
    /// <summary>Keeps the list and adds a 0 to it.</summary>
    Task Keep(List<int> list);

    Task<List<int>> Show();

    Task<List<int>> KeepAndShow(List<int> list);

    Task<Identity> Echo(Identity identity);

    Task<Parcel> Echo(Parcel parcel);
}
