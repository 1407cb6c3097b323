namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>One kelurahan of Kota Cilegon.</summary>
/// <param name="Code">Kemendagri code, such as <c>36.72.02.1005</c>.</param>
/// <param name="Name">Name as in the code list.</param>
/// <param name="Kecamatan">Name of its kecamatan.</param>
public sealed record Kelurahan(string Code, string Name, string Kecamatan);
