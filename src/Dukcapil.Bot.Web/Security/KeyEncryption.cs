using System.Xml.Linq;
using Dukcapil.Bot.Core.Data.Protection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Security;

/// <summary>
/// Seals the keys of cookies and form tokens with the key for personal data: whoever reads the database alone can sign nobody in.
/// </summary>
internal sealed class KeyEncryptor(PersonalDataCipher cipher) : IXmlEncryptor, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = this;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(cipher.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting)))),
        typeof(KeyDecryptor));
}

/// <summary>Opens what <see cref="KeyEncryptor"/> sealed. Made by name from the stored key, hence the service provider.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<PersonalDataCipher>().DecryptText(Convert.FromBase64String(encryptedElement.Value)));
}
